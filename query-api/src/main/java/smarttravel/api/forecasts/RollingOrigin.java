package smarttravel.api.forecasts;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How a method would have done: at every month from the first year on it forecasts the months after it from those before
 * alone, up to a year ahead, beside the seasonal naive forecast (rolling origin: Tashman, <i>International Journal of
 * Forecasting</i> 16, 2000). Both are measured by the mean absolute scaled error (Hyndman and Koehler, the same 22, 2006),
 * whose scale is the mean absolute difference between a month and the same month a year before.
 */
public final class RollingOrigin {
    private final List<Miss> misses;
    private final double naiveError;
    private final double scale;
    private final int origins;

    private RollingOrigin(List<Miss> misses, double naiveError, double scale, int origins) {
        this.misses = List.copyOf(misses);
        this.naiveError = naiveError;
        this.scale = scale;
        this.origins = origins;
    }

    /**
     * By how much one forecast missed.
     *
     * @param ahead months ahead, from 1
     * @param ratio what the month cost, divided by its forecast
     */
    private record Miss(int ahead, double error, double ratio) {}

    static RollingOrigin of(Forecaster method, MonthLevels levels) {
        Forecaster naive = Forecaster.seasonalNaive();
        List<Miss> misses = new ArrayList<>();
        double naiveErrors = 0;
        int origins = 0;
        for (int origin = Forecaster.YEAR; origin < levels.size(); origin++, origins++) {
            MonthLevels known = levels.firstOnes(origin);
            int months = Math.min(Forecaster.YEAR, levels.size() - origin);
            List<Double> forecast = method.forecast(known, months);
            List<Double> lastYear = naive.forecast(known, months);
            for (int ahead = 1; ahead <= months; ahead++) {
                double came = levels.level(origin + ahead - 1);
                double said = forecast.get(ahead - 1);
                misses.add(new Miss(ahead, Math.abs(came - said), came / said));
                naiveErrors += Math.abs(came - lastYear.get(ahead - 1));
            }
        }
        return new RollingOrigin(misses, naiveErrors, scaleOf(levels), origins);
    }

    /** How often it stopped to forecast. */
    public int origins() {
        return origins;
    }

    /** How many forecasts were scored. */
    public int forecasts() {
        return misses.size();
    }

    /** Mean absolute scaled error of the method; NaN without a forecast, or when no month ever differed from its last year. */
    public double mase() {
        return misses.stream().mapToDouble(Miss::error).sum() / misses.size() / scale;
    }

    /** The same of the seasonal naive forecast on the same months. */
    public double naiveMase() {
        return naiveError / misses.size() / scale;
    }

    boolean beatsNaive() {
        return mase() < naiveMase();
    }

    /**
     * By which factor a forecast so many months ahead must be widened to hold what came in a share of cases: the split
     * conformal quantile of the misses at most two months nearer or farther (Lei and others, <i>JASA</i> 113, 2018), at
     * least as wide as one month nearer.
     */
    double spread(int ahead, double share) {
        return IntStream.rangeClosed(1, ahead)
                .mapToDouble(each -> spreadAt(each, share))
                .max()
                .orElseThrow();
    }

    private double spreadAt(int ahead, double share) {
        List<Double> widths = misses.stream()
                .filter(miss -> Math.abs(miss.ahead() - ahead) <= 2)
                .map(miss -> Math.abs(Math.log(miss.ratio())))
                .sorted()
                .toList();
        int rank = (int) Math.ceil((widths.size() + 1) * share);
        return Math.exp(widths.get(Math.min(rank, widths.size()) - 1));
    }

    private static double scaleOf(MonthLevels levels) {
        double sum = 0;
        for (int i = Forecaster.YEAR; i < levels.size(); i++) {
            sum += Math.abs(levels.level(i) - levels.level(i - Forecaster.YEAR));
        }
        return sum / Math.max(1, levels.size() - Forecaster.YEAR);
    }
}
