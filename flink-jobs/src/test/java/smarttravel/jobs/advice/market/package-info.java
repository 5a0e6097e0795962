/** Prices to try advice on: made up ones, and real ones where there is a copy. */
@NullMarked
package smarttravel.jobs.advice.market;

import org.jspecify.annotations.NullMarked;
