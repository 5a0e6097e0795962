package smarttravel.jobs.advice.learning;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A model with what is needed to trust it: served as one thing.
 *
 * @param model what was learnt
 * @param calibration what its promises are worth
 * @param margin the least promised saving that a cautious buyer waits for, for the certainty of ending dearer: at a chance
 *     of a half, half of it
 * @param floor a price below so much of an offer's own median is bought; 0 for none
 * @param origin what it was learnt from
 */
public record TrainedModel(QModel model, Optional<Calibration> calibration, double margin, double floor, Origin origin)
        implements AutoCloseable {
    /**
     * What a model was learnt from. It knows nothing after {@code to}, and may advise only on what is seen later.
     *
     * @param from first day of observation
     * @param to last day of observation
     * @param steps price steps
     * @param features version of {@link smarttravel.jobs.advice.features.AdviceFeatures}
     * @param seed of all draws
     */
    public record Origin(LocalDate from, LocalDate to, int steps, int features, long seed) {
        /** Days that were learnt from. */
        public int days() {
            return (int) (to.toEpochDay() - from.toEpochDay() + 1);
        }
    }

    /** Names the model: the same origin gives the same name. */
    public String name() {
        return "advice-v" + origin.features() + "-" + origin.from() + "-" + origin.to() + "-" + origin.steps() + "-"
                + origin.seed();
    }

    @Override
    public void close() {
        model.close();
        calibration.ifPresent(Calibration::close);
    }
}
