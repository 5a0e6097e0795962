package smarttravel.jobs.advice.serving;

import java.math.BigDecimal;
import java.math.MathContext;
import smarttravel.jobs.advice.features.Feature;
import smarttravel.jobs.advice.features.SeenPrice;

/**
 * A price that advice is to be given on, with what was known when it was seen.
 *
 * @param earlier prices of the offer before this one, as far as they are remembered
 * @param neighbours offers that depart within three days of it and were seen lately
 * @param features empty when there are too few earlier prices to say anything
 * @param looks how many looks at the route all this rests on
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Question(SeenPrice seen, int earlier, int neighbours, float[] features, long looks) {
    private static final MathContext DIGITS = new MathContext(6);

    /** The day on which it is asked, in UTC. */
    long day() {
        return Math.floorDiv(seen.second(), RouteLooks.SECONDS_A_DAY);
    }

    boolean isKnownEnough() {
        return features.length > 0;
    }

    /** Price of the neighbours, as exactly as prices and logarithms are kept; {@code NaN} without any. */
    double neighboursMedian() {
        double ratio = isKnownEnough() ? Math.exp(Feature.NEAR_MEDIAN.of(features)) : Double.NaN;
        return Double.isNaN(ratio)
                ? Double.NaN
                : BigDecimal.valueOf((float) seen.price() * ratio).round(DIGITS).doubleValue();
    }
}
