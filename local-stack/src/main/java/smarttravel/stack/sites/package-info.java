/** Web sites of the simulated providers, so that what was read from pages can be compared with what was planted. */
@NullMarked
package smarttravel.stack.sites;

import org.jspecify.annotations.NullMarked;
