/** What happens when the price store is away. */
@NullMarked
package smarttravel.api.database;

import org.jspecify.annotations.NullMarked;
