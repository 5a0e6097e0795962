/** What the tests of crawling share: a database, a site in memory, a queue in memory, a clock to be moved. */
@NullMarked
package smarttravel.ingest.crawling.testing;

import org.jspecify.annotations.NullMarked;
