/** What advice would have been worth: requests of the past, answered with what was known then. */
@NullMarked
package smarttravel.jobs.advice.backtest;

import org.jspecify.annotations.NullMarked;
