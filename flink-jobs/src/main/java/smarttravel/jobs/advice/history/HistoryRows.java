package smarttravel.jobs.advice.history;

import org.jspecify.annotations.Nullable;

/** The columns of a history while it is made. */
final class HistoryRows {
    final int[] offer;
    final long[] second;
    final double[] cost;
    final int[] earlier;
    final float[] @Nullable [] features;

    HistoryRows(int count) {
        offer = new int[count];
        second = new long[count];
        cost = new double[count];
        earlier = new int[count];
        features = new float[count][];
    }
}
