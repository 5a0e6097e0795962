/** Fetches pages politely: robots, delays, limits, retries. */
@NullMarked
package smarttravel.ingest.fetching;

import org.jspecify.annotations.NullMarked;
