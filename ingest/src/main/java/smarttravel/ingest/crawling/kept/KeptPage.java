package smarttravel.ingest.crawling.kept;

import smarttravel.ingest.crawling.ledger.CrawlTask;
import smarttravel.ingest.crawling.ledger.FetchedPage;

/**
 * A page that could not be read, or not be believed.
 *
 * @param why stable code
 */
public record KeptPage(CrawlTask task, FetchedPage page, String why) {}
