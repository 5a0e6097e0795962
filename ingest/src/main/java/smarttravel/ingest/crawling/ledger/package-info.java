/** What PostgreSQL knows of every page that is to be fetched: the truth that the queue only hurries along. */
@NullMarked
package smarttravel.ingest.crawling.ledger;

import org.jspecify.annotations.NullMarked;
