/** When what is kept of an offer is given up. */
@NullMarked
package smarttravel.jobs.forgetting;

import org.jspecify.annotations.NullMarked;
