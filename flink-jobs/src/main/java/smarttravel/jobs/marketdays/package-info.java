/** What a market cost on each day. */
@NullMarked
package smarttravel.jobs.marketdays;

import org.jspecify.annotations.NullMarked;
