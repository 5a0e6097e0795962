/** The simulated providers' sites, and what is read from them. */
@NullMarked
package smarttravel.stack.sites;

import org.jspecify.annotations.NullMarked;
