/** Whether the process lives and whether everything it needs is ready. */
@NullMarked
package smarttravel.api.health;

import org.jspecify.annotations.NullMarked;
