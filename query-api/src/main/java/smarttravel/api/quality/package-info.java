/** How good providers' data and offers are, with what every figure rests on. */
@NullMarked
package smarttravel.api.quality;

import org.jspecify.annotations.NullMarked;
