package smarttravel.jobs.advice.features;

import static smarttravel.jobs.advice.features.Feature.*;

/** An offer's price against its own earlier ones. */
final class OwnHistory {
    private static final double MOVE = 0.01;
    private static final double APART = 0.02;
    private static final double SECONDS_A_DAY = 86_400;

    private OwnHistory() {}

    static void fill(OfferTrack own, long second, float[] row) {
        int earlier = own.size() - 1;
        EARLIER_PRICES.put(row, earlier);
        DAYS_SINCE_MOVE.put(row, (second - own.second(earlier)) / SECONDS_A_DAY);
        if (earlier > 0) {
            position(own, row);
            moves(own, second, row);
            steps(own, row);
            Levels.fill(own, row);
        }
    }

    private static void position(OfferTrack own, float[] row) {
        float[] sorted = own.sorted(own.size() - 1);
        double price = own.price(0);
        int below = 0;
        int same = 0;
        double squares = 0;
        int clearlyBelow = 0;
        int clearlyAbove = 0;
        for (float each : sorted) {
            double ratio = Math.log(each / price);
            below += each < price ? 1 : 0;
            same += each == (float) price ? 1 : 0;
            clearlyBelow += ratio < -APART ? 1 : 0;
            clearlyAbove += ratio > APART ? 1 : 0;
            squares += Math.pow(Math.log(each / own.median()), 2);
        }
        int count = sorted.length;
        OWN_MINIMUM.put(row, Math.log(sorted[0] / price));
        OWN_MEDIAN.put(row, Math.log(own.median() / price));
        OWN_MAXIMUM.put(row, Math.log(sorted[count - 1] / price));
        OWN_UPPER_QUARTILE.put(row, Math.log(sorted[(3 * count) / 4] / price));
        OWN_RANK.put(row, (below + 0.5 * same) / count);
        SHARE_OF_TIMES_BELOW.put(row, (double) clearlyBelow / count);
        SHARE_OF_TIMES_ABOVE.put(row, (double) clearlyAbove / count);
        OWN_SPREAD.put(row, Math.sqrt(squares / count));
    }

    private static void moves(OfferTrack own, long second, float[] row) {
        for (int ago = 0; ago + 1 < own.size(); ago++) {
            double change = own.change(ago);
            if (Math.abs(change) > MOVE) {
                OWN_LAST_MOVE.put(row, change);
                DAYS_SINCE_MOVE.put(row, (second - own.second(ago)) / SECONDS_A_DAY);
                return;
            }
        }
    }

    private static void steps(OfferTrack own, float[] row) {
        int earlier = own.size() - 1;
        double price = own.price(0);
        CHANGE_OVER_1.put(row, Math.log(price / own.price(1)));
        CHANGE_OVER_2.put(row, Math.log(price / own.price(2)));
        CHANGE_OVER_3.put(row, Math.log(price / own.price(3)));
        double sum = 0;
        double minimum = Double.MAX_VALUE;
        int falls = 0;
        for (int ago = 1; ago <= earlier; ago++) {
            sum += ago <= 5 ? own.price(ago) : 0;
            minimum = ago <= 3 ? Math.min(minimum, own.price(ago)) : minimum;
            falls += own.change(ago - 1) < -MOVE ? 1 : 0;
        }
        MEAN_OF_5.put(row, Math.log(sum / Math.min(5, earlier) / price));
        MINIMUM_OF_3.put(row, Math.log(minimum / price));
        SHARE_OF_FALLS.put(row, (double) falls / earlier);
        DAYS_SINCE_SEEN.put(row, (own.second(0) - own.second(1)) / SECONDS_A_DAY);
        MEAN_GAP.put(row, (own.second(0) - own.second(earlier)) / SECONDS_A_DAY / earlier);
    }
}
