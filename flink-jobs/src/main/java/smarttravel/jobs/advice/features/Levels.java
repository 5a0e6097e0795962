package smarttravel.jobs.advice.features;

import static smarttravel.jobs.advice.features.Feature.*;

/** The few fares that an offer goes to and fro between: prices within one per cent are one level. */
final class Levels {
    private static final double SAME = 0.01;

    private Levels() {}

    static void fill(OfferTrack own, float[] row) {
        double[] levels = new double[own.size()];
        int known = 0;
        int current = -1;
        int switches = 0;
        int returns = 0;
        double other = Double.NaN;
        for (int ago = own.size() - 1; ago >= 0; ago--) {
            int level = find(levels, known, own.price(ago));
            boolean isNew = level == known;
            if (isNew) {
                levels[known++] = own.price(ago);
            }
            if (current >= 0 && level != current) {
                switches++;
                returns += isNew ? 0 : 1;
                other = own.price(ago + 1);
            }
            current = level;
        }
        OWN_LEVELS.put(row, known);
        OWN_SWITCHES.put(row, switches);
        OWN_RETURNS.put(row, returns);
        OTHER_LEVEL.put(row, Math.log(other / own.price(0)));
    }

    private static int find(double[] levels, int known, double price) {
        int level = 0;
        while (level < known && Math.abs(price / levels[level] - 1) > SAME) {
            level++;
        }
        return level;
    }
}
