/** Advice inside the running job: what is kept of every route, which model speaks, and what was said. */
@NullMarked
package smarttravel.jobs.advice.serving;

import org.jspecify.annotations.NullMarked;
