package smarttravel.api.forecasts;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A market's coming twelve months, or why nothing is said of them.
 *
 * @param reason why nothing is said; empty when something is
 * @param backtest how the method would have done
 * @param months empty when nothing is said
 */
public record YearAhead(Optional<String> reason, RollingOrigin backtest, List<Month> months) {
    /** The fewest months in a row: a year to learn from and a year to be tried on. */
    public static final int FEWEST_MONTHS = 24;

    /** The share of cases that the interval is made to hold. */
    public static final double HELD = 0.8;

    /** A month that is yet to depart. */
    public record Month(YearMonth month, double level, double low, double high) {}

    public static YearAhead of(MonthLevels known) {
        Forecaster method = new SmoothedSeason();
        RollingOrigin backtest = RollingOrigin.of(method, known);
        Optional<String> reason = reasonForSilence(known, backtest);
        return new YearAhead(reason, backtest, reason.isPresent() ? List.of() : months(method, known, backtest));
    }

    private static Optional<String> reasonForSilence(MonthLevels known, RollingOrigin backtest) {
        if (known.size() < FEWEST_MONTHS) {
            return Optional.of(
                    "%d departed months in a row have a level; %d are needed".formatted(known.size(), FEWEST_MONTHS));
        }
        if (!backtest.beatsNaive()) {
            return Optional.of(String.format(
                    Locale.ROOT,
                    "in the past it was no better than last year's level: MASE %.3f against %.3f",
                    backtest.mase(),
                    backtest.naiveMase()));
        }
        return Optional.empty();
    }

    private static List<Month> months(Forecaster method, MonthLevels known, RollingOrigin backtest) {
        List<Double> levels = method.forecast(known, Forecaster.YEAR);
        List<Month> months = new ArrayList<>();
        for (int ahead = 1; ahead <= levels.size(); ahead++) {
            double level = levels.get(ahead - 1);
            double spread = backtest.spread(ahead, HELD);
            months.add(new Month(known.month(known.size() + ahead - 1), level, level / spread, level * spread));
        }
        return List.copyOf(months);
    }
}
