package smarttravel.jobs.advice.backtest;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** What every policy paid for every request, and what the model had promised for it. */
public final class Outcomes {
    private final int[] requests;
    private final Map<Policy, double[]> paid = new EnumMap<>(Policy.class);
    private final double[] promised;
    private final double[] expected;
    private final double[] probability;

    Outcomes(int[] requests) {
        this.requests = requests;
        this.promised = new double[requests.length];
        this.expected = new double[requests.length];
        this.probability = new double[requests.length];
        for (Policy each : Policy.values()) {
            paid.put(each, new double[requests.length]);
        }
    }

    /** How many requests there are. */
    public int size() {
        return requests.length;
    }

    /** The request at a position: a row of the history. */
    public int request(int position) {
        return requests[position];
    }

    /** What a policy paid for the request at a position. */
    public double paid(Policy policy, int position) {
        return Objects.requireNonNull(paid.get(policy))[position];
    }

    /** The saving that the model promised at the request, as a share of the price; {@code NaN} without a model. */
    public double promised(int position) {
        return promised[position];
    }

    /** The same, calibrated; 0 where the model advised to buy. */
    public double expected(int position) {
        return expected[position];
    }

    /** Calibrated, that waiting ends cheaper; {@code NaN} without a calibration or where the model advised to buy. */
    public double probability(int position) {
        return probability[position];
    }

    void put(Policy policy, int position, double amount) {
        Objects.requireNonNull(paid.get(policy))[position] = amount;
    }

    void put(int position, double itsPromised, double itsExpected, double itsProbability) {
        promised[position] = itsPromised;
        expected[position] = itsExpected;
        probability[position] = itsProbability;
    }
}
