/** Tests of live searches. */
@NullMarked
package smarttravel.api.searches;

import org.jspecify.annotations.NullMarked;
