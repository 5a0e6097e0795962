package smarttravel.jobs.advice.history;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import smarttravel.events.PriceObservation;
import smarttravel.jobs.advice.features.AdviceFeatures;
import smarttravel.jobs.advice.market.MadeUpMarket;
import smarttravel.jobs.advice.market.RealFlights;

/** Whatever is cut off behind a moment, what was known at it and before stays the same to the last bit. */
class NothingLaterIsKnownTest {

    @Test
    void madeUpPricesThatComeLaterChangeNoFeature() {
        List<PriceObservation> prices = MadeUpMarket.prices(4, 30, 12, 5);
        for (int day : new int[] {2, 6, 9}) {
            assertThat(compared(prices, MadeUpMarket.START.plus(Duration.ofDays(day))))
                    .isEqualTo(4 * 30 * (day + 1));
        }
    }

    @Test
    void pricesThatAreSeenBetweenTheDaysChangeNoEarlierFeature() {
        List<PriceObservation> prices = new ArrayList<>(MadeUpMarket.prices(2, 8, 6, 5));
        for (PriceObservation each : MadeUpMarket.prices(2, 8, 6, 6)) {
            int departure = Integer.parseInt(each.offerId().split("-", 2)[1]);
            Duration later = Duration.between(MadeUpMarket.START, each.observedAt())
                    .plusHours(5)
                    .plusMinutes(departure);
            prices.add(MadeUpMarket.priced(
                    0, departure, later, requireNonNull(each.amount()).doubleValue()));
        }

        assertThat(compared(prices, MadeUpMarket.START.plus(Duration.ofDays(3)).plus(Duration.ofHours(5))))
                .isPositive();
    }

    @Test
    void realFaresThatComeLaterChangeNoFeature() throws IOException {
        List<PriceObservation> fares = RealFlights.of(Set.of("JFK-LHR", "LAX-DXB", "YYZ-SFO", "AMS-LAX"));

        assertThat(compared(fares, Instant.parse("2026-07-12T00:00:00Z"))).isGreaterThan(2_000);
        assertThat(compared(fares, Instant.parse("2026-07-16T00:00:00Z"))).isGreaterThan(4_000);
    }

    /** Compares every row of a history that is cut with the same row of the whole one. */
    private static int compared(List<PriceObservation> all, Instant cut) {
        Map<String, float[]> whole = rows(all);
        Map<String, float[]> known = rows(
                all.stream().filter(seen -> !seen.observedAt().isAfter(cut)).toList());
        known.forEach((name, row) ->
                assertThat(row).as(() -> name + " of " + AdviceFeatures.names()).isEqualTo(whole.get(name)));
        return known.size();
    }

    private static Map<String, float[]> rows(List<PriceObservation> prices) {
        PriceHistoryBuilder builder = new PriceHistoryBuilder();
        prices.forEach(builder::add);
        PriceHistory history = builder.build();
        Map<String, float[]> rows = new HashMap<>();
        for (int row = 0; row < history.size(); row++) {
            rows.put(history.offer(row) + " at " + history.second(row), history.features(row));
        }
        return rows;
    }
}
