package smarttravel.jobs.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smarttravel.events.ObservationField;
import smarttravel.jobs.testing.Sightings;

class OrderedObservationTest {
    @ParameterizedTest
    @CsvSource({
        "2026-06-14T23:59:59.999Z, 1",
        "2026-06-15T00:00:00Z,     0",
        "2026-06-15T23:59:59Z,     0",
        "2026-06-16T00:00:00Z,    -1",
        "2026-01-05T12:00:00Z,   161"
    })
    void leadDaysAreWholeDaysBetweenDates(String observedAt, int days) {
        OrderedObservation ordered = Sightings.onTime(
                Sightings.build(Sightings.draft(Duration.ZERO).put(ObservationField.OBSERVED_AT, observedAt)));

        assertThat(ordered.leadDays()).isEqualTo(days);
    }

    @Test
    void onlyAPriceThatIsOnTimeCounts() {
        assertThat(Sightings.onTime(Sightings.priced(Duration.ZERO, "1")).isPriced())
                .isTrue();
        assertThat(Sightings.late(Sightings.priced(Duration.ZERO, "1")).isPriced())
                .isFalse();
        assertThat(Sightings.onTime(Sightings.soldOut(Duration.ZERO)).isPriced())
                .isFalse();
    }
}
