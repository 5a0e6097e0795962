/** Price drops, newest first. */
@NullMarked
package smarttravel.api.drops;

import org.jspecify.annotations.NullMarked;
