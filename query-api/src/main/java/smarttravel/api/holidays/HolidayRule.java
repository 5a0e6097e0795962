package smarttravel.api.holidays;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of the rules: {@code AR; public; 07-09; Independence Day}. A stretch says its length: {@code 3 monday 07 for 12}.
 *
 * @param days how long it is
 */
record HolidayRule(String country, Holiday.Sort sort, DayRule first, int days, String name) {
    private static final Pattern LINE = Pattern.compile(
            "(?<country>[A-Z]{2}|\\*); (?<sort>public|school); (?<day>.+?)(?: for (?<days>\\d+))?; (?<name>.+)");

    /** @throws IllegalArgumentException when the line is none */
    static HolidayRule parse(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new IllegalArgumentException("no rule for a holiday: " + line);
        }
        return new HolidayRule(
                parts.group("country"),
                parts.group("sort").equals("public") ? Holiday.Sort.PUBLIC : Holiday.Sort.SCHOOL,
                DayRule.parse(parts.group("day")),
                Optional.ofNullable(parts.group("days")).map(Integer::valueOf).orElse(1),
                parts.group("name"));
    }

    /** The holiday that begins in a year. */
    Optional<Holiday> in(int year) {
        return first.in(year).map(this::from);
    }

    private Holiday from(LocalDate day) {
        return new Holiday(name, sort, country, day, day.plusDays(days - 1L));
    }
}
