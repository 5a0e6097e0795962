/** The API asked over HTTP, as its users ask it, over sources that live in memory. */
@NullMarked
package smarttravel.api;

import org.jspecify.annotations.NullMarked;
