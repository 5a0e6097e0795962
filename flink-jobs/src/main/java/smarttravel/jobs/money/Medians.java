package smarttravel.jobs.money;

/** Order statistics of plain arrays. */
public final class Medians {
    private Medians() {}

    /**
     * The median of ascending values; of an even number, the mean of the two in the middle.
     *
     * @param sorted ascending, at least one
     */
    public static double ofSorted(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /**
     * A quantile by linear interpolation between closest ranks (R-7, what spreadsheets and NumPy do).
     *
     * @param sorted ascending, at least one
     * @param share 0 to 1
     */
    public static double quantileOfSorted(double[] sorted, double share) {
        double rank = share * (sorted.length - 1);
        int below = (int) Math.floor(rank);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (rank - below) * (sorted[above] - sorted[below]);
    }
}
