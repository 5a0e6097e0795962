/** Counts what tells how good a provider's data are and what an offer's score rests on. */
@NullMarked
package smarttravel.jobs.quality;

import org.jspecify.annotations.NullMarked;
