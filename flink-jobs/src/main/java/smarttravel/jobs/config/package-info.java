/** How jobs are configured and run. */
@NullMarked
package smarttravel.jobs.config;

import org.jspecify.annotations.NullMarked;
