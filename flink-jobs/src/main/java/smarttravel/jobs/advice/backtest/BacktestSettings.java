package smarttravel.jobs.advice.backtest;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import smarttravel.jobs.advice.learning.LearningSettings;

/**
 * How a backtest is run.
 *
 * @param earlierPrices a request needs so many prices before it
 * @param learning how models are learnt
 * @param trainings at most about so many models are learnt: on every day of requests when there are no more days
 * @param worseShare the share of requests that the cautious mode may leave dearer
 * @param promisesPerDay requests of each day whose promises are remembered to calibrate later ones
 * @param resamples of the bootstrap
 */
public record BacktestSettings(
        int earlierPrices,
        LearningSettings learning,
        int trainings,
        double worseShare,
        int promisesPerDay,
        int resamples) {
    /** The protocol of the documentation. */
    public static BacktestSettings standard(LearningSettings learning) {
        return new BacktestSettings(5, learning, 24, 0.08, 5_000, 1_000);
    }

    /** Requests of one day whose promises are remembered: evenly spread, the first one drawn. */
    int[] some(int[] requests, long day) {
        int step = 1 + requests.length / promisesPerDay;
        int from = new SplittableRandom(learning.seed() ^ day).nextInt(step);
        return IntStream.range(0, requests.length)
                .filter(i -> i % step == from)
                .map(i -> requests[i])
                .toArray();
    }
}
