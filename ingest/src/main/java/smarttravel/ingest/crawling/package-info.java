/** Decides what is fetched when, shares the work between processes, and loses none of it. */
@NullMarked
package smarttravel.ingest.crawling;

import org.jspecify.annotations.NullMarked;
