package smarttravel.api.forecasts;

import java.util.List;

/** A way to say what the months after the known ones will cost. */
@FunctionalInterface
interface Forecaster {
    /** Months of a year: the fewest that anything can be said from. */
    int YEAR = 12;

    /**
     * The levels of the months that follow, the next one first.
     *
     * @param known at least a year of months
     */
    List<Double> forecast(MonthLevels known, int months);

    /** The seasonal naive forecast, the one to beat: each month costs what it cost a year before. */
    static Forecaster seasonalNaive() {
        return (known, months) -> known.levels().subList(known.size() - YEAR, known.size() - YEAR + months);
    }
}
