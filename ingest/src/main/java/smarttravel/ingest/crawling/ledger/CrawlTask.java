package smarttravel.ingest.crawling.ledger;

import smarttravel.ingest.providers.PageRequest;

/**
 * One page of one crawl, as the ledger has it.
 *
 * @param attempts how often fetching failed so far
 */
public record CrawlTask(
        long id, long crawl, String provider, PageRequest page, Lane lane, TaskState state, int attempts) {

    /** What its observations carry as {@code fetchId}: the same however often it is worked on. */
    public String fetchId() {
        return String.valueOf(id);
    }

    /** The same after so many failed attempts. */
    public CrawlTask withAttempts(int failed) {
        return new CrawlTask(id, crawl, provider, page, lane, state, failed);
    }
}
