/** Whose turn it is at a host, over all threads and processes that fetch. */
@NullMarked
package smarttravel.ingest.fetching.hosts;

import org.jspecify.annotations.NullMarked;
