/** Markets: which there are, and what each cost day by day. */
@NullMarked
package smarttravel.api.markets;

import org.jspecify.annotations.NullMarked;
