package smarttravel.jobs.advice.policy;

import java.util.Optional;
import smarttravel.jobs.advice.features.Feature;
import smarttravel.jobs.advice.learning.Calibration;

/**
 * Says buy or wait from what a model promises. A plain value: the same in backtest and job.
 *
 * <p>A cautious buyer waits when the promised saving is worth the risk: when it is at least the margin times the chance of
 * ending dearer. Among all ways of leaving some share of buyers dearer, asking for the same saving per risk from each
 * saves most (Neyman and Pearson 1933). Once the price stands above the one that was asked about, the loss is there
 * already and waiting can only be judged by what it brings: then the margin is 0.
 *
 * @param mode what to be careful about
 * @param margin the least promised saving for the certainty of ending dearer, 0 in mode savings
 * @param floor a price below so much of the offer's own median is bought; 0 for none
 * @param calibration of the model; without one promises are halved, which is what they were found to be worth, and every
 *     wait is as risky as can be
 */
public record AdvicePolicy(Mode mode, double margin, double floor, Optional<Calibration> calibration) {
    /** Under so many observations an offer is not judged. */
    public static final int LEAST_OBSERVATIONS = 5;

    /** A model learnt from fewer days is not asked. */
    public static final int LEAST_TRAINING_DAYS = 5;

    /** The margin when nothing is known of past promises. */
    public static final double UNCALIBRATED_MARGIN = 0.02;

    /** Waits for any saving. */
    public static AdvicePolicy savings(double floor, Optional<Calibration> calibration) {
        return new AdvicePolicy(Mode.SAVINGS, 0, floor, calibration);
    }

    /** Waits for a saving that is worth the risk. */
    public static AdvicePolicy cautious(double margin, double floor, Optional<Calibration> calibration) {
        return new AdvicePolicy(Mode.CAUTIOUS, margin, floor, calibration);
    }

    /**
     * Whether to wait.
     *
     * @param promised what the model expects waiting to save, as a share of the price
     * @param dearer the chance that waiting ends dearer; looked at in mode cautious only
     * @param sinceAsked the price over the one that was asked about; 1 when it is asked now
     * @param features of the moment
     */
    public boolean waits(double promised, double dearer, double sinceAsked, float[] features) {
        if (!(promised > 0) || isBelowFloor(features)) {
            return false;
        }
        return mode == Mode.SAVINGS || sinceAsked > 1 || promised >= margin * dearer;
    }

    private boolean isBelowFloor(float[] features) {
        return floor > 0 && Feature.OWN_MEDIAN.of(features) > -Math.log(floor);
    }

    /** The saving that a promise is worth. */
    public double expected(double promised) {
        return calibration.map(known -> known.expected(promised)).orElse(Calibration.UNCALIBRATED * promised);
    }

    /** The word for one offer now. */
    public Advice advise(float[] features, Outlook outlook, int trainingDays) {
        if (isThin(features, trainingDays)) {
            return new Advice(Advice.Word.INSUFFICIENT, 0, Optional.empty());
        }
        double promised = outlook.promised();
        boolean waits = waits(promised, outlook.dearer(), 1, features);
        return new Advice(
                waits ? Advice.Word.WAIT : Advice.Word.BUY, promised > 0 ? expected(promised) : 0, outlook.cheaper());
    }

    /** Whether too little is known to say anything. */
    public boolean isThin(float[] features, int trainingDays) {
        return Feature.EARLIER_PRICES.of(features) < LEAST_OBSERVATIONS
                || trainingDays < LEAST_TRAINING_DAYS
                || (mode == Mode.CAUTIOUS && Float.isNaN(Feature.NEAR_MEDIAN.of(features)));
    }
}
