package smarttravel.ingest.health;

import java.math.BigDecimal;
import java.math.MathContext;
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
 * @param confirmed whether the page before had shown the same prices and was held back for them: seen twice, they are true
 */
record PriceShift(int compared, double ratio, boolean confirmed) {
    /** Within this share two prices count as the same. */
    private static final double SAME = 0.1;

    /**
     * What an offer was like.
     *
     * @param held the price that was seen last and held back
     * @param fields which lasting fields it had
     */
    record Known(BigDecimal amount, String currency, Optional<BigDecimal> held, Set<OfferField> fields) {}

    static PriceShift of(List<PriceObservation> observations, Map<String, Known> known) {
        List<Double> ratios = new ArrayList<>();
        int confirmed = 0;
        for (PriceObservation seen : observations) {
            Known before = known.get(seen.offerId());
            BigDecimal amount = seen.amount();
            if (before == null || amount == null || !before.currency().equals(seen.currency())) {
                continue;
            }
            ratios.add(ratio(amount, before.amount()));
            if (before.held()
                    .filter(held -> Math.abs(ratio(amount, held) - 1) <= SAME)
                    .isPresent()) {
                confirmed++;
            }
        }
        Collections.sort(ratios);
        double middle = ratios.isEmpty() ? 1 : ratios.get(ratios.size() / 2);
        return new PriceShift(ratios.size(), middle, !ratios.isEmpty() && confirmed == ratios.size());
    }

    private static double ratio(BigDecimal amount, BigDecimal before) {
        return amount.divide(before, MathContext.DECIMAL32).doubleValue();
    }
}
