/** Recognises the same holiday at several providers and says how each stands among its comparables. */
@NullMarked
package smarttravel.jobs.comparables;

import org.jspecify.annotations.NullMarked;
