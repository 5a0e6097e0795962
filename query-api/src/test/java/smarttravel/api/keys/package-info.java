/** Keys against a real PostgreSQL, and the rules of their text. */
@NullMarked
package smarttravel.api.keys;

import org.jspecify.annotations.NullMarked;
