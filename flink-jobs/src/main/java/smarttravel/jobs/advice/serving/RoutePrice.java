package smarttravel.jobs.advice.serving;

import java.time.Instant;
import smarttravel.jobs.advice.features.SeenPrice;
import smarttravel.jobs.drops.JudgedObservation;
import smarttravel.jobs.order.OfferLife;

/**
 * One look at an offer on its way to its route.
 *
 * @param route market and currency, as {@link SeenPrice#route}; the market is the one of the offer's first observation, and
 *     who is sold out stands in the currency of the last price
 * @param receivedAt the broker's time of the record that says so
 */
public record RoutePrice(String route, SeenPrice seen, Instant receivedAt) {
    /** Whether it counts: on time, and of an offer that had a price. */
    static boolean isSaidBy(JudgedObservation judged) {
        return !judged.ordered().late() && judged.ordered().life().currency() != null;
    }

    static RoutePrice of(JudgedObservation judged) {
        OfferLife life = judged.ordered().life();
        return new RoutePrice(
                life.market() + "/" + life.currency(),
                SeenPrice.of(judged.seen()),
                judged.ordered().received().receivedAt());
    }
}
