package smarttravel.api.holidays;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** What weekends make of a country's public holidays: stretches of days without work. */
final class FreeDays {
    private static final int LONG = 3;

    private final String country;
    private final TreeMap<LocalDate, Set<String>> names = new TreeMap<>();

    /** @param holidays single days of one country */
    FreeDays(String country, Collection<Holiday> holidays) {
        this.country = country;
        holidays.forEach(holiday -> names.computeIfAbsent(holiday.from(), day -> new LinkedHashSet<>())
                .add(holiday.name()));
    }

    /** Every long weekend, and every one that a bridge day makes, by its first day. */
    List<Holiday> longWeekends() {
        Set<Holiday> found = new LinkedHashSet<>();
        for (LocalDate day : names.keySet()) {
            LocalDate from = firstOf(day);
            LocalDate to = lastOf(day);
            if (length(from, to) >= LONG) {
                found.add(stretch(from, to, Holiday.Sort.LONG_WEEKEND));
            } else if (isFree(to.plusDays(2))) {
                found.add(stretch(from, lastOf(to.plusDays(2)), Holiday.Sort.BRIDGE));
            } else if (isFree(from.minusDays(2))) {
                found.add(stretch(firstOf(from.minusDays(2)), to, Holiday.Sort.BRIDGE));
            }
        }
        return found.stream().sorted(Comparator.comparing(Holiday::from)).toList();
    }

    private LocalDate firstOf(LocalDate day) {
        LocalDate first = day;
        while (isFree(first.minusDays(1))) {
            first = first.minusDays(1);
        }
        return first;
    }

    private LocalDate lastOf(LocalDate day) {
        LocalDate last = day;
        while (isFree(last.plusDays(1))) {
            last = last.plusDays(1);
        }
        return last;
    }

    private boolean isFree(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY
                || day.getDayOfWeek() == DayOfWeek.SUNDAY
                || names.containsKey(day);
    }

    private Holiday stretch(LocalDate from, LocalDate to, Holiday.Sort sort) {
        List<String> within = new ArrayList<>();
        names.subMap(from, true, to, true).values().forEach(within::addAll);
        return new Holiday(String.join(", ", within), sort, country, from, to);
    }

    private static long length(LocalDate from, LocalDate to) {
        return to.toEpochDay() - from.toEpochDay() + 1;
    }
}
