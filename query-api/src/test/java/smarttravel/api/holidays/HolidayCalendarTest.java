package smarttravel.api.holidays;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HolidayCalendarTest {
    private final HolidayCalendar calendar = HolidayCalendar.known();

    @ParameterizedTest
    @CsvSource({
        "2026-02, long-weekend, 2026-02-14, 2026-02-17, 'Carnival Monday, Carnival Tuesday'",
        "2026-07, bridge, 2026-07-09, 2026-07-12, Independence Day",
        "2026-03, bridge, 2026-03-21, 2026-03-24, Day of Remembrance",
        "2026-08, long-weekend, 2026-08-15, 2026-08-17, San Martín Day",
        "2026-04, long-weekend, 2026-04-02, 2026-04-05, 'Malvinas Day, Good Friday'",
        "2026-01, bridge, 2026-01-01, 2026-01-04, New Year's Day"
    })
    void weekendsMakeLongWeekendsAndBridgesOfHolidays(
            YearMonth month, String sort, LocalDate from, LocalDate to, String name) {
        assertThat(calendar.in(month, List.of("AR")))
                .filteredOn(holiday -> holiday.sort().word().equals(sort))
                .containsExactly(new Holiday(name, sortOf(sort), "AR", from, to));
    }

    @Test
    void aHolidayOnASundayMakesNoLongWeekend() {
        assertThat(calendar.in(YearMonth.of(2027, 6), List.of("AR")))
                .filteredOn(holiday -> holiday.from().equals(LocalDate.of(2027, 6, 20)))
                .extracting(Holiday::sort)
                .containsExactly(Holiday.Sort.PUBLIC);
    }

    @Test
    void aStretchIsNamedInEveryMonthThatItTouchesAlsoInTheYearAfter() {
        Holiday summer = new Holiday(
                "summer school holidays",
                Holiday.Sort.SCHOOL,
                "AR",
                LocalDate.of(2025, 12, 20),
                LocalDate.of(2026, 2, 27));

        assertThat(calendar.in(YearMonth.of(2025, 12), List.of("AR"))).contains(summer);
        assertThat(calendar.in(YearMonth.of(2026, 2), List.of("AR"))).contains(summer);
        assertThat(calendar.in(YearMonth.of(2026, 3), List.of("AR"))).doesNotContain(summer);
    }

    @Test
    void easterIsNamedOnceForBothCountriesAndNotWhereNothingIsKnown() {
        assertThat(calendar.in(YearMonth.of(2026, 4), List.of("AR", "BR")))
                .filteredOn(holiday -> holiday.name().equals("Easter"))
                .hasSize(1);
        assertThat(calendar.in(YearMonth.of(2026, 4), List.of("TH"))).isEmpty();
    }

    private static Holiday.Sort sortOf(String word) {
        return word.equals("bridge") ? Holiday.Sort.BRIDGE : Holiday.Sort.LONG_WEEKEND;
    }
}
