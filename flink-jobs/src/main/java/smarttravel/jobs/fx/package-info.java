/** Exchange rates: kept in a table, and known to whoever compares prices of several currencies. */
@NullMarked
package smarttravel.jobs.fx;

import org.jspecify.annotations.NullMarked;
