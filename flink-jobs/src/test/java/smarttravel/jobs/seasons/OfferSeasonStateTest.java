package smarttravel.jobs.seasons;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import smarttravel.events.ObservationField;
import smarttravel.jobs.testing.Sightings;

class OfferSeasonStateTest {
    private final OfferSeasonState first = after(null, 0, "200", "USD");

    @Test
    void anOfferWithFivePricesHasAPartInTheCurve() {
        OfferSeasonState four = after(after(after(first, 1, "100", "USD"), 2, "100", "USD"), 3, "100", "USD");
        assertThat(four.contribution().curve()).containsOnly(Float.NaN);

        // 161 days before departure, all of them in the bucket from 90 days
        float[] curve = after(four, 4, "100", "USD").contribution().curve();
        assertThat(curve).hasSize(LeadBucket.COUNT);
        assertThat(curve[LeadBucket.of(90)]).isEqualTo(100);
        assertThat(curve[LeadBucket.of(89)]).isNaN();
    }

    @Test
    void saysItsLatestPriceAndMonth() {
        OfferSeason part = after(first, 1, "150.50", "USD").contribution();

        assertThat(part.unitUsd()).isEqualTo(150.5);
        assertThat(part.departureMonth()).isEqualTo(202606);
        assertThat(part.observations()).isEqualTo(2);
        assertThat(part.lastAt() - part.firstAt()).isEqualTo(Duration.ofDays(1).toMillis());
    }

    @Test
    void aNewCurrencyStartsTheTallyAnewAndIsNoUsdPrice() {
        OfferSeasonState euros = after(first, 1, "50", "EUR");

        assertThat(euros.tally().observations()).isEqualTo(1);
        assertThat(euros.observations()).isEqualTo(2);
        assertThat(euros.contribution().unitUsd()).isNaN();
        assertThat(euros.contribution().foreignUnit()).isEqualTo(50);
        assertThat(euros.contribution().currency()).isEqualTo("EUR");
    }

    private static OfferSeasonState after(@Nullable OfferSeasonState before, int day, String amount, String currency) {
        return OfferSeasonState.after(
                before,
                Sightings.ordinary(Sightings.build(Sightings.draft(Duration.ofDays(day))
                        .put(ObservationField.AMOUNT, amount)
                        .put(ObservationField.CURRENCY, currency))));
    }
}
