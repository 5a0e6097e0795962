/** From a promise to a word: buy, wait, or not enough known. */
@NullMarked
package smarttravel.jobs.advice.policy;

import org.jspecify.annotations.NullMarked;
