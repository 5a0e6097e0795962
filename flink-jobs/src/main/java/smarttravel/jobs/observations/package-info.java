/** Stores every observation and the latest state of every offer. */
@NullMarked
package smarttravel.jobs.observations;

import org.jspecify.annotations.NullMarked;
