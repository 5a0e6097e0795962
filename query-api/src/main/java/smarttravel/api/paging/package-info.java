/** Keyset pages: where a page starts, where the next one does, and the sealed cursor that says so. */
@NullMarked
package smarttravel.api.paging;

import org.jspecify.annotations.NullMarked;
