/** Seasonal trend and booking curve of markets. */
@NullMarked
package smarttravel.api.trends;

import org.jspecify.annotations.NullMarked;
