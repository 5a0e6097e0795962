/** Who may ask: API keys, where they are stored and how a request proves that it has one. */
@NullMarked
package smarttravel.api.keys;

import org.jspecify.annotations.NullMarked;
