/** Exact amounts in state, and prices made comparable. */
@NullMarked
package smarttravel.jobs.money;

import org.jspecify.annotations.NullMarked;
