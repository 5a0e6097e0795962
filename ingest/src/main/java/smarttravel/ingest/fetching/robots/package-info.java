/** What sites forbid in their robots.txt (RFC 9309), kept over restarts. */
@NullMarked
package smarttravel.ingest.fetching.robots;

import org.jspecify.annotations.NullMarked;
