/** Exchange rates. */
@NullMarked
package smarttravel.api.fx;

import org.jspecify.annotations.NullMarked;
