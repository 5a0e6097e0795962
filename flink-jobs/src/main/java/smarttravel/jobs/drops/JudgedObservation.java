package smarttravel.jobs.drops;

import org.jspecify.annotations.Nullable;
import smarttravel.events.PriceDrop;
import smarttravel.events.PriceObservation;
import smarttravel.jobs.flapping.FlappingState;
import smarttravel.jobs.order.OrderedObservation;

/**
 * An observation with the drop rule's word on it.
 *
 * @param quarantined set aside as implausibly low; no part of baselines
 * @param previous scaled price in force just before, 0 when there is none that compares: none at all, another currency
 * @param drop when it is one
 * @param flapping the two fares when the offer flaps
 */
public record JudgedObservation(
        OrderedObservation ordered,
        boolean quarantined,
        long previous,
        @Nullable PriceDrop drop,
        @Nullable FlappingState flapping) {

    /** One of which the rules say nothing. */
    public static JudgedObservation unremarkable(OrderedObservation ordered, long previous) {
        return new JudgedObservation(ordered, false, previous, null, null);
    }

    public PriceObservation seen() {
        return ordered.seen();
    }

    /** The offer's identity. */
    public String key() {
        return ordered.key();
    }
}
