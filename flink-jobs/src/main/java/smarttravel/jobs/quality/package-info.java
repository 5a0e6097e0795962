/** How good a provider's data and an offer are, with what every figure rests on. */
@NullMarked
package smarttravel.jobs.quality;

import org.jspecify.annotations.NullMarked;
