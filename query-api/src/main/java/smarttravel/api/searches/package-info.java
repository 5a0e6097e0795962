/** Live searches: somebody wants to know now, and providers are asked now. */
@NullMarked
package smarttravel.api.searches;

import org.jspecify.annotations.NullMarked;
