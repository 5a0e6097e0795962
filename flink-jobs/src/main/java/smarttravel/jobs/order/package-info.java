/** Judges an offer's observations by time: new, late or twice. */
@NullMarked
package smarttravel.jobs.order;

import org.jspecify.annotations.NullMarked;
