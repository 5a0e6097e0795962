package smarttravel.jobs.order;

import java.math.BigDecimal;
import smarttravel.events.PriceObservation;
import smarttravel.jobs.money.ScaledAmount;
import smarttravel.jobs.money.UnitPrice;
import smarttravel.jobs.source.ReceivedObservation;

/**
 * An observation whose place in its offer's history is known.
 *
 * @param life of its offer, with this observation unless it is late
 * @param amount scaled, see {@link smarttravel.jobs.money.ScaledAmount}; 0 when there is no price
 * @param unit see {@link UnitPrice#of}
 * @param late older than the newest one of its offer: stored, and changes no state
 */
public record OrderedObservation(ReceivedObservation received, OfferLife life, long amount, double unit, boolean late) {

    private static final long SECONDS_OF_A_DAY = 86_400;

    /** With what follows from the observation alone. */
    public static OrderedObservation of(ReceivedObservation received, OfferLife life, boolean late) {
        BigDecimal amount = received.seen().amount();
        return new OrderedObservation(
                received, life, amount == null ? 0 : ScaledAmount.of(amount), UnitPrice.of(received.seen()), late);
    }

    public PriceObservation seen() {
        return received.seen();
    }

    /** The offer's market. */
    public String market() {
        return life.market();
    }

    /** The offer's identity. */
    public String key() {
        return received.key();
    }

    /** Whether it says a price that counts: on time and not sold out. */
    public boolean isPriced() {
        return !late && amount > 0;
    }

    /** Days from the day of observation (UTC) to departure; negative once departed. */
    public int leadDays() {
        long observedDay = Math.floorDiv(seen().observedAt().getEpochSecond(), SECONDS_OF_A_DAY);
        return (int) (seen().departure().toEpochDay() - observedDay);
    }
}
