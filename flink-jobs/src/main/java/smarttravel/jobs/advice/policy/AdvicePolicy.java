package smarttravel.jobs.advice.policy;

import java.util.Optional;
import smarttravel.jobs.advice.features.Feature;
import smarttravel.jobs.advice.learning.Calibration;

/**
 * Says buy or wait from what a model promises. A plain value: the same in backtest and job.
 *
 * <p>A cautious buyer waits for a calibrated saving of at least the margin. Once the price stands above the one that was
 * asked about, the loss is there already and waiting can only be judged by what it brings: then the margin is 0.
 *
 * @param mode what to be careful about
 * @param margin the least calibrated saving worth waiting for, 0 in mode savings
 * @param floor a price below so much of the offer's own median is bought; 0 for none
 * @param calibration of the model; without one promises are halved, which is what they were found to be worth
 */
public record AdvicePolicy(Mode mode, double margin, double floor, Optional<Calibration> calibration) {
    /** Under so many observations an offer is not judged. */
    public static final int LEAST_OBSERVATIONS = 5;

    /** A model learnt from fewer days is not asked. */
    public static final int LEAST_TRAINING_DAYS = 5;

    private static final double UNCALIBRATED = 0.5;

    /** Waits for any saving. */
    public static AdvicePolicy savings(double floor, Optional<Calibration> calibration) {
        return new AdvicePolicy(Mode.SAVINGS, 0, floor, calibration);
    }

    /** Waits for a calibrated saving of at least the margin. */
    public static AdvicePolicy cautious(double margin, double floor, Optional<Calibration> calibration) {
        return new AdvicePolicy(Mode.CAUTIOUS, margin, floor, calibration);
    }

    /**
     * Whether to wait.
     *
     * @param promised what the model expects waiting to save, as a share of the price
     * @param sinceAsked the price over the one that was asked about; 1 when it is asked now
     * @param features of the moment
     */
    public boolean waits(double promised, double sinceAsked, float[] features) {
        if (!(promised > 0) || isBelowFloor(features)) {
            return false;
        }
        return mode == Mode.SAVINGS || sinceAsked > 1 || expected(promised) >= margin;
    }

    private boolean isBelowFloor(float[] features) {
        return floor > 0 && Feature.OWN_MEDIAN.of(features) > -Math.log(floor);
    }

    /** The saving that a promise is worth. */
    public double expected(double promised) {
        return calibration.map(known -> known.saving().apply(promised)).orElse(UNCALIBRATED * promised);
    }

    /** How likely it is that waiting ends cheaper; absent without a calibration. */
    public Optional<Double> probability(double promised) {
        return calibration.map(known -> known.probability().apply(promised));
    }

    /** The word for one offer now. */
    public Advice advise(float[] features, double promised, int trainingDays) {
        boolean isThin = Feature.EARLIER_PRICES.of(features) < LEAST_OBSERVATIONS
                || trainingDays < LEAST_TRAINING_DAYS
                || (mode == Mode.CAUTIOUS && Float.isNaN(Feature.NEAR_MEDIAN.of(features)));
        if (isThin) {
            return new Advice(Advice.Word.INSUFFICIENT, 0, Optional.empty());
        }
        boolean waits = waits(promised, 1, features);
        return new Advice(
                waits ? Advice.Word.WAIT : Advice.Word.BUY,
                promised > 0 ? expected(promised) : 0,
                probability(Math.max(0, promised)));
    }
}
