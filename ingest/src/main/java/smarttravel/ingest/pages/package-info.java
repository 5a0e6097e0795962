/** A page as it was fetched, and as text and elements. */
@NullMarked
package smarttravel.ingest.pages;

import org.jspecify.annotations.NullMarked;
