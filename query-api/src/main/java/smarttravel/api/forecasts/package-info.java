/** What a market's coming months may cost, and how far such a statement could be trusted in the past. */
@NullMarked
package smarttravel.api.forecasts;

import org.jspecify.annotations.NullMarked;
