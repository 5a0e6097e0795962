/** Scores as the real engine forms them. */
@NullMarked
package smarttravel.api.quality;

import org.jspecify.annotations.NullMarked;
