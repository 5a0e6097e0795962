package smarttravel.ingest.crawling.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuietHoursTest {
    @ParameterizedTest
    @CsvSource({
        // Buenos Aires is three hours behind
        "01:00-06:00, 2026-11-23T03:59:59Z, false",
        "01:00-06:00, 2026-11-23T04:00:00Z, true",
        "01:00-06:00, 2026-11-23T08:59:59Z, true",
        "01:00-06:00, 2026-11-23T09:00:00Z, false",
        "22:00-06:00, 2026-11-23T01:00:00Z, true",
        "22:00-06:00, 2026-11-23T08:00:00Z, true",
        "22:00-06:00, 2026-11-23T12:00:00Z, false",
        "06:00-06:00, 2026-11-23T09:00:00Z, false",
    })
    void theyAreThoseOfTheSitesOwnClock(String hours, Instant moment, boolean quiet) {
        assertThat(QuietHours.parse(hours + " America/Argentina/Buenos_Aires").include(moment))
                .isEqualTo(quiet);
    }

    @Test
    void withoutAnyASiteMayAlwaysBeAsked() {
        assertThat(QuietHours.NEVER.include(Instant.parse("2026-11-23T00:00:00Z")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "01:00", "01:00-06:00", "25:00-06:00 UTC", "01:00-06:00 Nowhere/Land", "1-6 UTC"})
    void otherTextsAreRefused(String text) {
        assertThatThrownBy(() -> QuietHours.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("quiet hours");
    }
}
