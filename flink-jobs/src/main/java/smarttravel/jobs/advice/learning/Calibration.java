package smarttravel.jobs.advice.learning;

import java.util.Optional;
import smarttravel.jobs.advice.history.PriceHistory;
import smarttravel.jobs.advice.learning.JudgedPromises.Judged;

/**
 * From what a model promises to what such promises came to on past days. The fewer days there are, the more it leans on
 * what is said without any: that half of a promise is kept.
 *
 * @param saving realised saving by promised saving, as shares of the first price
 * @param trust in what was seen, from 0 to 1
 * @param cheaper how likely following the advice ends cheaper than buying at once
 * @param dearer how likely it ends dearer
 * @param points what it rests on
 */
public record Calibration(IsotonicCurve saving, double trust, Chance cheaper, Chance dearer, int points)
        implements AutoCloseable {
    /** Fewer past promises calibrate nothing. */
    public static final int ENOUGH = 300;

    /** What is kept of a promise when nothing is known of past ones. */
    public static final double UNCALIBRATED = 0.5;

    /** After so many days what was seen is trusted as much as what was thought before. */
    private static final double DAYS_OF_DOUBT = 3;

    /** Who may wait for longer finds a cheaper price more often: the odds grow with the root of the days. */
    private static final double CHEAPER_GROWS = 0.5;

    /** And a dearer one as often: who stands above the first price goes on waiting. */
    private static final double DEARER_GROWS = 0;

    /** Learns it; absent when there are too few promises. */
    public static Optional<Calibration> fit(PriceHistory history, JudgedPromises past) {
        if (past.size() < ENOUGH) {
            return Optional.empty();
        }
        long days = past.all().stream()
                .map(each -> history.day(each.row()))
                .distinct()
                .count();
        double trust = days / (days + DAYS_OF_DOUBT);
        return Optional.of(new Calibration(
                IsotonicCurve.fit(past.column(Judged::promised), past.column(Judged::realised)),
                trust,
                Chance.learn(history, past, CHEAPER_GROWS, trust, each -> each.realised() > 0 ? 1 : 0),
                Chance.learn(history, past, DEARER_GROWS, trust, each -> each.realised() < 0 ? 1 : 0),
                past.size()));
    }

    /** The saving that a promise is worth. */
    public double expected(double promised) {
        return trust * saving.apply(promised) + (1 - trust) * UNCALIBRATED * promised;
    }

    @Override
    public void close() {
        cheaper.close();
        dearer.close();
    }
}
