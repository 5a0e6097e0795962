/** Ola, which sells packages: programmes, each with a table of departures and rooms. */
@NullMarked
package smarttravel.ingest.providers.ola;

import org.jspecify.annotations.NullMarked;
