/** Two-clock seasonality: levels by departure month and the booking curve. */
@NullMarked
package smarttravel.jobs.seasons;

import org.jspecify.annotations.NullMarked;
