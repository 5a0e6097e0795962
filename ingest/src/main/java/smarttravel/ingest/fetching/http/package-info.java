/** One request over HTTP to an address that was checked, within limits of time and size. */
@NullMarked
package smarttravel.ingest.fetching.http;

import org.jspecify.annotations.NullMarked;
