package smarttravel.api.forecasts;

import java.util.ArrayList;
import java.util.List;

/**
 * Level times season: an exponentially smoothed level and, for each month of the year, the mean of its years, on
 * logarithms cleared of Easter before. It is ETS(A,N,A) in its error-correction form (Hyndman, Koehler, Ord and Snyder,
 * <i>Forecasting with Exponential Smoothing</i>, Springer 2008, chapter 2) with a season's weight that falls with its
 * years. The first year gives the first season. How fast the level follows is what would have surprised least so far.
 */
final class SmoothedSeason implements Forecaster {
    /** How much of a surprise may be taken to last; the first while there is no second year to choose by. */
    private static final List<Double> LEVEL_WEIGHTS = List.of(0.1, 0.0, 0.05, 0.2, 0.4);

    @Override
    public List<Double> forecast(MonthLevels known, int months) {
        EasterEffect easter = EasterEffect.learn(known);
        double[] cleared = new double[known.size()];
        for (int i = 0; i < cleared.length; i++) {
            cleared[i] = Math.log(known.level(i)) - easter.in(known.month(i));
        }
        Smoothing chosen = new Smoothing(cleared, LEVEL_WEIGHTS.get(0));
        for (double weight : LEVEL_WEIGHTS) {
            Smoothing other = new Smoothing(cleared, weight);
            chosen = cleared.length >= 2 * YEAR && other.surprise < chosen.surprise ? other : chosen;
        }
        List<Double> coming = new ArrayList<>();
        for (int i = cleared.length; i < cleared.length + months; i++) {
            coming.add(Math.exp(chosen.level + chosen.season[i % YEAR] + easter.in(known.month(i))));
        }
        return coming;
    }

    /** What one pass over the months with one weight leaves. */
    private static final class Smoothing {
        private final double[] season = new double[YEAR];
        private double level;
        private double surprise;

        Smoothing(double[] cleared, double levelWeight) {
            for (int i = 0; i < YEAR; i++) {
                level += cleared[i] / YEAR;
            }
            for (int i = 0; i < YEAR; i++) {
                season[i] = cleared[i] - level;
            }
            for (int i = YEAR; i < cleared.length; i++) {
                double surprised = cleared[i] - level - season[i % YEAR];
                surprise += surprised * surprised;
                level += levelWeight * surprised;
                season[i % YEAR] += (1 - levelWeight) * surprised / (i / YEAR + 1);
            }
        }
    }
}
