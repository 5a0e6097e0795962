/** Providers that give rows for machines: CSV or JSON at an address, read with a mapping. */
@NullMarked
package smarttravel.ingest.providers.feed;

import org.jspecify.annotations.NullMarked;
