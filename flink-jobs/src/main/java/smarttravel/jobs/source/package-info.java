/** Reads the topic once: records to observations, what cannot be read to the dead letters. */
@NullMarked
package smarttravel.jobs.source;

import org.jspecify.annotations.NullMarked;
