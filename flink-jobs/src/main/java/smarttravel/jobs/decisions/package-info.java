/** What analysts decide on hotels: kept in a table, and known to whoever matches them. */
@NullMarked
package smarttravel.jobs.decisions;

import org.jspecify.annotations.NullMarked;
