/** Price observations to tables and price drops: the jobs' mains and how they are configured. */
@NullMarked
package smarttravel.jobs;

import org.jspecify.annotations.NullMarked;
