package smarttravel.jobs.drops;

import smarttravel.events.PriceObservation;
import smarttravel.jobs.order.OrderedObservation;

/**
 * An observation with the drop rule's word on it.
 *
 * @param quarantined set aside as implausibly low; no part of baselines
 */
public record JudgedObservation(OrderedObservation ordered, boolean quarantined) {
    public PriceObservation seen() {
        return ordered.seen();
    }

    /** The offer's identity. */
    public String key() {
        return ordered.key();
    }
}
