package smarttravel.api.holidays;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which holidays a month has, by rules that hold for any year ({@code rules.txt} beside this class). */
public final class HolidayCalendar {
    private static final String EVERYWHERE = "*";

    private final List<HolidayRule> rules;

    HolidayCalendar(List<HolidayRule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** The calendar of the rules that come with the product. */
    public static HolidayCalendar known() {
        return new HolidayCalendar(
                TextLines.of("rules.txt").map(HolidayRule::parse).toList());
    }

    /** The countries whose public holidays are known. */
    Set<String> countries() {
        return rules.stream()
                .map(HolidayRule::country)
                .filter(country -> !country.equals(EVERYWHERE))
                .collect(Collectors.toSet());
    }

    /** A country's public holidays of a year, by day. */
    List<Holiday> publicHolidays(String country, int year) {
        return rules.stream()
                .filter(rule -> rule.country().equals(country) && rule.sort() == Holiday.Sort.PUBLIC)
                .flatMap(rule -> rule.in(year).stream())
                .sorted(Comparator.comparing(Holiday::from))
                .toList();
    }

    /** Everything that touches a month in any of these countries, and what is kept in all of them; by first day. */
    public List<Holiday> in(YearMonth month, Collection<String> countries) {
        LocalDate first = month.atDay(1);
        LocalDate last = month.atEndOfMonth();
        List<Holiday> found = new ArrayList<>();
        if (countries.stream().anyMatch(countries()::contains)) {
            found.addAll(stated(EVERYWHERE, month.getYear()));
        }
        for (String country : Set.copyOf(countries)) {
            found.addAll(stated(country, month.getYear()));
            found.addAll(new FreeDays(country, around(country, month.getYear())).longWeekends());
        }
        return found.stream()
                .filter(holiday -> holiday.touches(first, last))
                .sorted(Comparator.comparing(Holiday::from)
                        .thenComparing(Holiday::sort)
                        .thenComparing(Holiday::country)
                        .thenComparing(Holiday::name))
                .toList();
    }

    /** What rules say of a year, and what began in the year before and may still last. */
    private List<Holiday> stated(String country, int year) {
        return rules.stream()
                .filter(rule -> rule.country().equals(country))
                .flatMap(rule -> List.of(year - 1, year).stream().map(rule::in).flatMap(Optional::stream))
                .toList();
    }

    private List<Holiday> around(String country, int year) {
        List<Holiday> days = new ArrayList<>();
        for (int each = year - 1; each <= year + 1; each++) {
            days.addAll(publicHolidays(country, each));
        }
        return days;
    }
}
