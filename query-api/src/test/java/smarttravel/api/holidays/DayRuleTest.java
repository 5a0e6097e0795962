package smarttravel.api.holidays;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DayRuleTest {
    @ParameterizedTest
    @CsvSource({
        "07-09, 2026, 2026-07-09",
        "easter-48, 2026, 2026-02-16",
        "easter, 2026, 2026-04-05",
        "easter+60, 2026, 2026-06-04",
        "3 monday 07, 2026, 2026-07-20",
        "last monday 05, 2026, 2026-05-25",
        "4 thursday 11, 2026, 2026-11-26",
        "08-17 nearest, 2025, 2025-08-17",
        "08-17 nearest, 2027, 2027-08-16",
        "08-17 nearest, 2028, 2028-08-21",
        "11-20 nearest, 2026, 2026-11-23",
        "10-12 midweek, 2028, 2028-10-09",
        "06-29 midweek, 2028, 2028-06-26",
        "06-29 midweek, 2029, 2029-07-02",
        "01-26 weekday, 2025, 2025-01-27",
        "01-26 weekday, 2026, 2026-01-26",
        "01-06 following, 2025, 2025-01-06",
        "01-06 following, 2026, 2026-01-12"
    })
    void aRuleGivesItsDayInAnyYear(String rule, int year, LocalDate day) {
        assertThat(DayRule.parse(rule).in(year)).contains(day);
    }

    @Test
    void aRuleHoldsFromItsFirstToItsLastYear() {
        DayRule rule = DayRule.parse("06-17 nearest since 2016 until 2018");

        assertThat(rule.in(2015)).isEmpty();
        assertThat(rule.in(2016)).isPresent();
        assertThat(rule.in(2018)).isPresent();
        assertThat(rule.in(2019)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "monday", "5 monday 07", "07-9", "easter 1"})
    void whatIsNoRuleIsRefused(String text) {
        assertThatThrownBy(() -> DayRule.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"1818-03-22", "1943-04-25", "2000-04-23", "2008-03-23", "2024-03-31", "2038-04-25", "2285-03-22"})
    void easterIsOnTheDaysThatAreOnRecord(LocalDate sunday) {
        assertThat(Easter.sunday(sunday.getYear())).isEqualTo(sunday);
    }
}
