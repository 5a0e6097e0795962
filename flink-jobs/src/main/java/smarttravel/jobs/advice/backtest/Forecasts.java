package smarttravel.jobs.advice.backtest;

import java.util.Arrays;
import smarttravel.jobs.advice.history.PriceHistory;
import smarttravel.jobs.advice.learning.FittedQ;
import smarttravel.jobs.advice.learning.QModel;

/** What one model foretold for some requests of one day, for every number of days left, at every look of theirs. */
final class Forecasts {
    private final long day;
    private final int[] requests;
    private final int[] firstPosition;
    private final float[][] waiting = new float[FittedQ.HORIZON_DAYS + 1][];

    private Forecasts(long day, int[] requests, int[] firstPosition) {
        this.day = day;
        this.requests = requests;
        this.firstPosition = firstPosition;
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
        Forecasts forecasts = new Forecasts(day, requests, firsts);
        for (int daysLeft = 1; daysLeft <= FittedQ.HORIZON_DAYS; daysLeft++) {
            forecasts.waiting[daysLeft] = model.predict(history, rows, daysLeft);
        }
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
        return 1 - waiting[daysLeft][firstPosition[Arrays.binarySearch(requests, request)] + row - request];
    }
}
