/** What is said to a buyer. */
@NullMarked
package smarttravel.jobs.advice.policy;

import org.jspecify.annotations.NullMarked;
