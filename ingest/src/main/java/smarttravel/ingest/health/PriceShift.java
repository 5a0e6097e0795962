package smarttravel.ingest.health;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import smarttravel.events.PriceObservation;
import smarttravel.ingest.offers.OfferField;

/**
 * How a page's prices stand to what the same offers cost before.
 *
 * @param compared offers known before in the same currency
 * @param ratio median of new over old, 1 when nothing can be compared
 * @param otherCurrency offers known before in another currency
 * @param confirmed whether an earlier fetch had shown the same prices, which were held back: seen twice, they are true
 * @param heldElsewhere how many of the provider's other offers lately had prices held back for such a shift
 */
record PriceShift(int compared, double ratio, int otherCurrency, boolean confirmed, int heldElsewhere) {
    /** Within this share two prices count as the same. */
    private static final double SAME = 0.1;

    /**
     * What an offer was like.
     *
     * @param held the price that was seen last and held back
     * @param fields which lasting fields it had
     */
    record Known(BigDecimal amount, String currency, Optional<Held> held, Set<OfferField> fields) {}

    /**
     * A price that was held back.
     *
     * @param at when the page that showed it was fetched
     */
    record Held(BigDecimal amount, String currency, Instant at) {
        private boolean confirms(PriceObservation seen, BigDecimal price) {
            return at.isBefore(seen.observedAt())
                    && currency.equals(seen.currency())
                    && Math.abs(PriceShift.ratio(price, amount) - 1) <= SAME;
        }
    }

    static PriceShift of(List<PriceObservation> observations, Map<String, Known> known, int heldElsewhere) {
        List<Double> ratios = new ArrayList<>();
        int otherCurrency = 0;
        int confirmed = 0;
        for (PriceObservation seen : observations) {
            Known before = known.get(seen.offerId());
            BigDecimal amount = seen.amount();
            if (before == null || amount == null) {
                continue;
            }
            if (before.currency().equals(seen.currency())) {
                ratios.add(ratio(amount, before.amount()));
            } else {
                otherCurrency++;
            }
            if (before.held().filter(held -> held.confirms(seen, amount)).isPresent()) {
                confirmed++;
            }
        }
        Collections.sort(ratios);
        double middle = ratios.isEmpty() ? 1 : ratios.get(ratios.size() / 2);
        int offers = ratios.size() + otherCurrency;
        return new PriceShift(ratios.size(), middle, otherCurrency, offers > 0 && confirmed == offers, heldElsewhere);
    }

    private static double ratio(BigDecimal amount, BigDecimal before) {
        return amount.divide(before, MathContext.DECIMAL32).doubleValue();
    }
}
