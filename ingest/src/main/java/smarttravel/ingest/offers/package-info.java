/** What a page offers, whatever it was read with: fields, where each came from, and what was refused. */
@NullMarked
package smarttravel.ingest.offers;

import org.jspecify.annotations.NullMarked;
