package smarttravel.jobs.advice.serving;

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
    /** The day on which it is asked, in UTC. */
    long day() {
        return Math.floorDiv(seen.second(), RouteLooks.SECONDS_A_DAY);
    }

    boolean isKnownEnough() {
        return features.length > 0;
    }

    /** Price of the neighbours; {@code NaN} without any. */
    double neighboursMedian() {
        return isKnownEnough() ? seen.price() * Math.exp(Feature.NEAR_MEDIAN.of(features)) : Double.NaN;
    }
}
