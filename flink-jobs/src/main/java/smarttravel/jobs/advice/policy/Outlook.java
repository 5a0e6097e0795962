package smarttravel.jobs.advice.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import smarttravel.jobs.advice.learning.Calibration;

/**
 * What waiting for seven days is expected to bring at one moment, the same for every buyer. Made for many moments at once:
 * a question to the trees costs as much for one moment as for hundreds.
 *
 * @param promised by the model, as a share of the price
 * @param dearer the chance that waiting ends dearer; 1 without a calibration
 * @param cheaper the chance that waiting ends cheaper; absent without a calibration
 */
public record Outlook(double promised, double dearer, Optional<Double> cheaper) {
    /** Where no past promise was judged: every wait is as risky as can be. */
    public static Outlook uncalibrated(double promised) {
        return new Outlook(promised, 1, Optional.empty());
    }

    /**
     * The outlook at some moments.
     *
     * @param rows the features of each
     * @param promised the saving that was promised at each
     */
    public static List<Outlook> of(Optional<Calibration> calibration, List<float[]> rows, double[] promised) {
        List<Outlook> outlooks = new ArrayList<>(promised.length);
        if (calibration.isEmpty()) {
            for (double each : promised) {
                outlooks.add(uncalibrated(each));
            }
            return outlooks;
        }
        double[] savings = new double[promised.length];
        for (int i = 0; i < savings.length; i++) {
            savings[i] = Math.max(0, promised[i]);
        }
        double[] dearer = calibration.get().dearer().at(rows, savings);
        double[] cheaper = calibration.get().cheaper().at(rows, savings);
        for (int i = 0; i < savings.length; i++) {
            outlooks.add(new Outlook(promised[i], dearer[i], Optional.of(cheaper[i])));
        }
        return outlooks;
    }
}
