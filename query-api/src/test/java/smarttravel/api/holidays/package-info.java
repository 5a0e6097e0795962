/** Rules of holidays against what is known of them. */
@NullMarked
package smarttravel.api.holidays;

import org.jspecify.annotations.NullMarked;
