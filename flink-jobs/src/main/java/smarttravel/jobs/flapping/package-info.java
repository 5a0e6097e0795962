/** Offers that alternate between two fares: their falls are no news. */
@NullMarked
package smarttravel.jobs.flapping;

import org.jspecify.annotations.NullMarked;
