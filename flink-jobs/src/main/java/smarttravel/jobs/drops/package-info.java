/** Price drops: a price against the offer's own recent past. */
@NullMarked
package smarttravel.jobs.drops;

import org.jspecify.annotations.NullMarked;
