/** Files of exchange rates, read by a mapping and published. */
@NullMarked
package smarttravel.ingest.rates;

import org.jspecify.annotations.NullMarked;
