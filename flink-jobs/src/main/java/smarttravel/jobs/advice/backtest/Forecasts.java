package smarttravel.jobs.advice.backtest;

import java.util.Arrays;
import java.util.stream.IntStream;
import smarttravel.jobs.advice.history.PriceHistory;
import smarttravel.jobs.advice.learning.Chance;
import smarttravel.jobs.advice.learning.FittedQ;
import smarttravel.jobs.advice.learning.QModel;

/** What one model foretold for some requests of one day, for every number of days left, at every look of theirs. */
final class Forecasts {
    private final long day;
    private final int[] requests;
    private final int[] firstPosition;
    private final int[] rows;
    private final float[][] waiting = new float[FittedQ.HORIZON_DAYS + 1][];

    private Forecasts(long day, int[] requests, int[] firstPosition, int[] rows) {
        this.day = day;
        this.requests = requests;
        this.firstPosition = firstPosition;
        this.rows = rows;
    }

    static Forecasts of(PriceHistory history, QModel model, long day, int[] requests) {
        Paths paths = new Paths(history);
        int[] firsts = new int[requests.length + 1];
        int[] lasts = new int[requests.length];
        for (int i = 0; i < requests.length; i++) {
            int last = paths.last(requests[i], FittedQ.HORIZON_DAYS, Long.MAX_VALUE);
            lasts[i] = history.isSoldOut(last) ? last - 1 : last;
            firsts[i + 1] = firsts[i] + lasts[i] - requests[i] + 1;
        }
        int[] rows = new int[firsts[requests.length]];
        for (int i = 0; i < requests.length; i++) {
            for (int row = requests[i]; row <= lasts[i]; row++) {
                rows[firsts[i] + row - requests[i]] = row;
            }
        }
        Forecasts forecasts = new Forecasts(day, requests, firsts, rows);
        IntStream.rangeClosed(1, FittedQ.HORIZON_DAYS)
                .parallel()
                .forEach(daysLeft -> forecasts.waiting[daysLeft] = model.predict(history, rows, daysLeft));
        return forecasts;
    }

    /** The epoch day on which was asked. */
    long day() {
        return day;
    }

    int[] requests() {
        return Arrays.copyOf(requests, requests.length);
    }

    /** The saving that waiting was said to bring. */
    double promised(int request, int row, int daysLeft) {
        return promised(daysLeft, position(request, row));
    }

    private double promised(int daysLeft, int position) {
        return 1 - waiting[daysLeft][position];
    }

    /** Where a look stands in {@link #risk}. */
    int position(int request, int row) {
        return firstPosition[Arrays.binarySearch(requests, request)] + row - request;
    }

    /**
     * The chance that waiting ends dearer, by look; 1 where nothing is promised.
     *
     * @param days that a buyer had at the request
     */
    float[] risk(PriceHistory history, Chance dearer, int days) {
        float[] risk = new float[rows.length];
        Arrays.fill(risk, 1);
        Paths paths = new Paths(history);
        int[] daysLeft = new int[rows.length];
        for (int i = 0; i < requests.length; i++) {
            for (int at = firstPosition[i]; at < firstPosition[i + 1]; at++) {
                boolean isOver = at > firstPosition[i] && history.daysBetween(requests[i], rows[at]) >= days;
                daysLeft[at] = isOver ? 0 : paths.daysLeft(requests[i], rows[at], days);
            }
        }
        for (int left = 1; left <= days; left++) {
            int now = left;
            int[] looks = IntStream.range(0, rows.length)
                    .filter(at -> daysLeft[at] == now && promised(now, at) > 0)
                    .toArray();
            double[] promised =
                    Arrays.stream(looks).mapToDouble(at -> promised(now, at)).toArray();
            double[] likely =
                    dearer.at(history, Arrays.stream(looks).map(at -> rows[at]).toArray(), promised, now);
            for (int i = 0; i < looks.length; i++) {
                risk[looks[i]] = (float) likely[i];
            }
        }
        return risk;
    }
}
