/** What is known of an offer and its neighbours at one moment, as numbers: the same for learning, scoring and serving. */
@NullMarked
package smarttravel.jobs.advice.features;

import org.jspecify.annotations.NullMarked;
