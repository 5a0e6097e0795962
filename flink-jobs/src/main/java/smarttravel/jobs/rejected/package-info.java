/** Stores the dead letters so that they can be counted and read. */
@NullMarked
package smarttravel.jobs.rejected;

import org.jspecify.annotations.NullMarked;
