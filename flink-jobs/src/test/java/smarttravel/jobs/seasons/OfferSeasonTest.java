package smarttravel.jobs.seasons;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OfferSeasonTest {
    @Test
    void anOfferThatWasForgottenGoesOnFromWhatItsMonthKnows() {
        OfferSeason first = part(5, 1_000, 2_000, 100);
        OfferSeason second = part(2, 3_000, 4_000, 90).after(first);

        assertThat(second.allObservations()).isEqualTo(7);
        assertThat(second.seenSince()).isEqualTo(1_000);
        assertThat(part(3, 3_000, 5_000, 80).after(second).allObservations()).isEqualTo(8);
        assertThat(part(8, 1_000, 5_000, 80).after(second).allObservations())
                .as("the whole history in one")
                .isEqualTo(8);
    }

    @Test
    void aPartOfAHistoryThatIsLoadedAgainLowersNoCount() {
        OfferSeason whole = part(10, 1_000, 10_000, 100);
        OfferSeason again = part(3, 8_000, 10_000, 100).after(whole);

        assertThat(again.allObservations()).isEqualTo(10);
        assertThat(again.seenSince()).isEqualTo(1_000);
        assertThat(part(4, 8_000, 11_000, 90).after(again).allObservations()).isEqualTo(11);
    }

    private static OfferSeason part(int observations, long firstAt, long lastAt, double unit) {
        return new OfferSeason(
                "a", "m", 202606, unit, new float[0], observations, firstAt, lastAt, "USD", 0, null, 0, 0);
    }
}
