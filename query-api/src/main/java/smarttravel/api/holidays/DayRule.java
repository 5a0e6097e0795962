package smarttravel.api.holidays;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * On which day of a year something is: {@code 07-09}, {@code easter-2}, {@code 3 monday 08} (the third of the month),
 * {@code last monday 05}. A move to a Monday, a first and a last year may follow: {@code 08-17 nearest since 2017}.
 */
record DayRule(Base base, UnaryOperator<LocalDate> move, int firstYear, int lastYear) {
    private static final Pattern TEXT = Pattern.compile(
            "(?<day>.+?)(?: (?<move>nearest|midweek|following|weekday))?(?: since (?<since>\\d{4}))?(?: until (?<until>\\d{4}))?");
    private static final Pattern FIXED = Pattern.compile("(\\d\\d)-(\\d\\d)");
    private static final Pattern EASTER = Pattern.compile("easter([+-]\\d+)?");
    private static final Pattern WEEKDAY = Pattern.compile("([1-4]|last) ([a-z]+) (\\d\\d)");

    /** The day as it would be in any year, before it is moved. */
    @FunctionalInterface
    interface Base {
        LocalDate in(int year);
    }

    /** @throws IllegalArgumentException when the text is none of the above */
    static DayRule parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("no rule for a day: " + text);
        }
        return new DayRule(
                base(parts.group("day")),
                move(Optional.ofNullable(parts.group("move")).orElse("")),
                year(parts.group("since")).orElse(Integer.MIN_VALUE),
                year(parts.group("until")).orElse(Integer.MAX_VALUE));
    }

    Optional<LocalDate> in(int year) {
        return year < firstYear || year > lastYear ? Optional.empty() : Optional.of(move.apply(base.in(year)));
    }

    private static Optional<Integer> year(@Nullable String text) {
        return Optional.ofNullable(text).map(Integer::valueOf);
    }

    private static Base base(String day) {
        Matcher fixed = FIXED.matcher(day);
        if (fixed.matches()) {
            int month = Integer.parseInt(fixed.group(1));
            int dayOfMonth = Integer.parseInt(fixed.group(2));
            return year -> LocalDate.of(year, month, dayOfMonth);
        }
        Matcher easter = EASTER.matcher(day);
        if (easter.matches()) {
            int days = easter.group(1) == null ? 0 : Integer.parseInt(easter.group(1));
            return year -> Easter.sunday(year).plusDays(days);
        }
        Matcher weekday = WEEKDAY.matcher(day);
        if (weekday.matches()) {
            int which = weekday.group(1).equals("last") ? -1 : Integer.parseInt(weekday.group(1));
            DayOfWeek dayOfWeek = DayOfWeek.valueOf(weekday.group(2).toUpperCase(Locale.ROOT));
            int month = Integer.parseInt(weekday.group(3));
            return year -> LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(which, dayOfWeek));
        }
        throw new IllegalArgumentException("no day: " + day);
    }

    private static UnaryOperator<LocalDate> move(String word) {
        return switch (word) {
            // Argentina, law 27399, article 6: Tuesday and Wednesday go back, Thursday and Friday go on
            case "nearest" -> day -> toMonday(day, DayOfWeek.WEDNESDAY, DayOfWeek.FRIDAY);
            // Chile, law 19668: Tuesday to Thursday go back, Friday goes on
            case "midweek" -> day -> toMonday(day, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY);
            // Colombia, law 51 of 1983: the Monday that follows, unless it is one
            case "following" -> day -> day.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
            // Australia: from a weekend to the Monday after it
            case "weekday" ->
                day -> day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0
                        ? day
                        : day.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
            default -> day -> day;
        };
    }

    private static LocalDate toMonday(LocalDate day, DayOfWeek lastBack, DayOfWeek lastOn) {
        DayOfWeek weekday = day.getDayOfWeek();
        if (weekday.compareTo(lastBack) <= 0) {
            return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        }
        return weekday.compareTo(lastOn) <= 0 ? day.with(TemporalAdjusters.next(DayOfWeek.MONDAY)) : day;
    }
}
