package smarttravel.stack.simulation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a dollar costs in pesos on each day: a crawl of some 2 % a month, and one devaluation of 22 %. */
final class PesoPath {
    private static final long FIRST_CENTS = 115_000;
    private static final int JUMP_PERCENT = 22;

    private final LocalDate firstDay;
    private final long[] cents;

    PesoPath(long seed, LocalDate firstDay, int days) {
        this.firstDay = firstDay;
        this.cents = new long[days];
        Dice dice = new Dice(seed, "peso");
        long now = FIRST_CENTS;
        for (int day = 0; day < days; day++) {
            now += now * dice.between(3, 10) / 10_000;
            if (day == jumpDay(days)) {
                now += now * JUMP_PERCENT / 100;
            }
            cents[day] = now;
        }
    }

    private static int jumpDay(int days) {
        return days * 3 / 5;
    }

    /** Pesos per dollar on that day; before the first day the first day's. */
    double rate(long epochDay) {
        int day = (int) Math.max(0, Math.min(cents.length - 1L, epochDay - firstDay.toEpochDay()));
        return cents[day] / 100.0;
    }

    /** The day of the devaluation. */
    LocalDate devaluation() {
        return firstDay.plusDays(jumpDay(cents.length));
    }

    SortedMap<LocalDate, BigDecimal> byDay() {
        SortedMap<LocalDate, BigDecimal> rates = new TreeMap<>();
        for (int day = 0; day < cents.length; day++) {
            rates.put(firstDay.plusDays(day), BigDecimal.valueOf(cents[day], 2));
        }
        return Collections.unmodifiableSortedMap(rates);
    }
}
