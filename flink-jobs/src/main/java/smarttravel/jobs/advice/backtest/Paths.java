package smarttravel.jobs.advice.backtest;

import java.util.stream.IntStream;
import smarttravel.jobs.advice.history.PriceHistory;
import smarttravel.jobs.advice.learning.FittedQ;

/** What a buyer meets after asking: the offer's later rows, until the days are over or it is sold out. */
final class Paths {
    private static final long SECONDS_A_DAY = 86_400;

    private final PriceHistory history;

    Paths(PriceHistory history) {
        this.history = history;
    }

    /** Says at each look whether to wait for the next. */
    interface Decision {
        boolean waits(int request, int row);
    }

    /** Rows that are requests: so many prices before them, and a later look in time. */
    int[] requests(int earlier) {
        return IntStream.range(0, history.size())
                .filter(row -> !history.isSoldOut(row)
                        && history.earlier(row) >= earlier
                        && last(row, FittedQ.HORIZON_DAYS, Long.MAX_VALUE) > row)
                .toArray();
    }

    /**
     * The last row that a buyer sees.
     *
     * @param days how long a buyer may wait
     * @param before epoch second at which what is known ends
     */
    int last(int request, int days, long before) {
        long until = Math.min(history.second(request) + days * SECONDS_A_DAY, before - 1);
        int row = request;
        while (history.hasNext(row) && history.second(row + 1) <= until) {
            row++;
            if (history.isSoldOut(row)) {
                break;
            }
        }
        return row;
    }

    /** What is paid in the end. */
    double pay(int request, int last, Decision decision) {
        for (int row = request; row < last; row++) {
            if (!decision.waits(request, row)) {
                return history.cost(row);
            }
        }
        return history.cost(last);
    }

    /** The least that could be paid. */
    double least(int request, int last) {
        double least = history.cost(request);
        for (int row = request + 1; row <= last; row++) {
            least = Math.min(least, history.cost(row));
        }
        return least;
    }

    /** Whole days left to a buyer at a row, at least 1. */
    int daysLeft(int request, int row, int days) {
        return Math.max(1, days - history.daysBetween(request, row));
    }
}
