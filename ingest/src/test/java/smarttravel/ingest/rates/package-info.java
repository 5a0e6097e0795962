/** Tests of files of rates. */
@NullMarked
package smarttravel.ingest.rates;

import org.jspecify.annotations.NullMarked;
