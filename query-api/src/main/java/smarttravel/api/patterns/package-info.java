/** What offers' prices were seen doing. */
@NullMarked
package smarttravel.api.patterns;

import org.jspecify.annotations.NullMarked;
