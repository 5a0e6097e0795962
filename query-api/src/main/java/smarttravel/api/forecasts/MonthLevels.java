package smarttravel.api.forecasts;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * A market's levels of departure months, one a month without a gap.
 *
 * @param first the month of the first level
 * @param levels above zero
 */
public record MonthLevels(YearMonth first, List<Double> levels) {
    public MonthLevels {
        levels = List.copyOf(levels);
        if (levels.stream().anyMatch(level -> !(level > 0))) {
            throw new IllegalArgumentException("a level is above zero");
        }
    }

    /** The unbroken run of months up to the last one; empty when that one has no level. */
    public static MonthLevels upTo(YearMonth last, Map<YearMonth, Double> known) {
        List<Double> backwards = new ArrayList<>();
        YearMonth month = last;
        for (Double level = known.get(month); level != null && level > 0; level = known.get(month)) {
            backwards.add(level);
            month = month.minusMonths(1);
        }
        Collections.reverse(backwards);
        return new MonthLevels(month.plusMonths(1), backwards);
    }

    public int size() {
        return levels.size();
    }

    double level(int index) {
        return levels.get(index);
    }

    /** The month so many after the first. */
    YearMonth month(int index) {
        return first.plusMonths(index);
    }

    /** What was known when only so many months were. */
    MonthLevels firstOnes(int months) {
        return new MonthLevels(first, levels.subList(0, months));
    }
}
