/** How every ClickHouse query of the API is run: pooled, bounded, bound. */
@NullMarked
package smarttravel.api.database;

import org.jspecify.annotations.NullMarked;
