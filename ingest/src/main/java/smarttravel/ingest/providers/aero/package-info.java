/** Aero, which sells flights and packages: cards completed by a script, and a calendar of fares. */
@NullMarked
package smarttravel.ingest.providers.aero;

import org.jspecify.annotations.NullMarked;
