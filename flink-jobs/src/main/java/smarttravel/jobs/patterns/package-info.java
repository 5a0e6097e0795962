/** Patterns in one offer's prices: slides, spikes, fake discounts, last-minute sales, sell-outs, flapping. */
@NullMarked
package smarttravel.jobs.patterns;

import org.jspecify.annotations.NullMarked;
