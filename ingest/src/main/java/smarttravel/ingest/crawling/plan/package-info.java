/** Decides what is crawled when; one process at a time does. */
@NullMarked
package smarttravel.ingest.crawling.plan;

import org.jspecify.annotations.NullMarked;
