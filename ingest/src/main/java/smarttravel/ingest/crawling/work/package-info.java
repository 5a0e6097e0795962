/** Works tasks off: fetches a page, reads it, publishes what it says, and says so in the ledger. */
@NullMarked
package smarttravel.ingest.crawling.work;

import org.jspecify.annotations.NullMarked;
