/** Forecasts against their formulas written apart. */
@NullMarked
package smarttravel.api.forecasts;

import org.jspecify.annotations.NullMarked;
