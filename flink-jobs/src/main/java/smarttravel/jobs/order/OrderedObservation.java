package smarttravel.jobs.order;

import java.time.temporal.ChronoUnit;
import smarttravel.events.PriceObservation;
import smarttravel.jobs.source.ReceivedObservation;

/**
 * An observation whose place in its offer's history is known.
 *
 * @param market the offer's market
 * @param late older than the newest one of its offer: stored, and changes no state
 */
public record OrderedObservation(ReceivedObservation received, String market, boolean late) {
    public PriceObservation seen() {
        return received.seen();
    }

    /** The offer's identity. */
    public String key() {
        return received.key();
    }

    /** Whether it says a price that counts: on time and not sold out. */
    public boolean isPriced() {
        return !late && seen().amount() != null;
    }

    /** Days from the day of observation (UTC) to departure; negative once departed. */
    public int leadDays() {
        long observedDay = Math.floorDiv(
                seen().observedAt().toEpochMilli(),
                ChronoUnit.DAYS.getDuration().toMillis());
        return (int) (seen().departure().toEpochDay() - observedDay);
    }
}
