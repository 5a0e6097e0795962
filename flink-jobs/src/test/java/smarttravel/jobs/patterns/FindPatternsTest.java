package smarttravel.jobs.patterns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import smarttravel.events.PriceDrop;
import smarttravel.jobs.testing.OfferPipeline;
import smarttravel.jobs.testing.Sightings;

/** The patterns through the operators of the real graph. */
class FindPatternsTest {
    private OfferPipeline offers;

    @BeforeEach
    void open() throws Exception {
        offers = new OfferPipeline(Map.of());
    }

    @AfterEach
    void close() throws Exception {
        offers.close();
    }

    @Test
    void theFirstDropOfAnOfferThatFlapsRaisesAnAlarmAndTheNextSaysThatItFlaps() throws Exception {
        for (int day = 0; day < 8; day++) {
            offers.see(Sightings.priced(Duration.ofDays(day), day < 4 || day % 2 == 1 ? "100" : "85"));
        }

        assertThat(offers.drops()).extracting(PriceDrop::flapping).containsExactly(false, true);
        assertThat(offers.patterns())
                .filteredOn(found -> found.pattern() == PatternKind.FLAPPING)
                .extracting(PricePattern::observations)
                .containsExactly(3, 4);
    }

    @Test
    void whatHasBegunGoesOnFromASavepoint() throws Exception {
        offers.see(Sightings.priced(Duration.ofDays(0), "100"));
        offers.see(Sightings.priced(Duration.ofDays(1), "95"));
        offers.see(Sightings.priced(Duration.ofDays(2), "92"));
        var saved = offers.checkpoint();
        offers.close();

        offers = new OfferPipeline(saved);
        offers.see(Sightings.priced(Duration.ofDays(3), "90"));

        assertThat(offers.patterns()).singleElement().satisfies(slide -> {
            assertThat(slide.observations()).isEqualTo(3);
            assertThat(slide.startedAt()).isEqualTo(Sightings.START.plus(Duration.ofDays(1)));
        });
    }

    @Test
    void aLateObservationFindsNothing() throws Exception {
        offers.see(Sightings.priced(Duration.ofDays(0), "100"));
        offers.see(Sightings.priced(Duration.ofDays(3), "98"));
        offers.see(Sightings.priced(Duration.ofDays(4), "90"));
        offers.see(Sightings.priced(Duration.ofDays(2), "95"));
        offers.see(Sightings.soldOut(Duration.ofDays(1)));

        assertThat(offers.patterns()).isEmpty();
    }
}
