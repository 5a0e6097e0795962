/** The items that a page's markup describes, in whatever syntax: types, properties, and the element each came from. */
@NullMarked
package smarttravel.ingest.structured.items;

import org.jspecify.annotations.NullMarked;
