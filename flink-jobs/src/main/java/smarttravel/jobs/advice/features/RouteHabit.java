package smarttravel.jobs.advice.features;

/** How the prices of a route were wont to move so far: how much, and how often a rise was undone. */
public final class RouteHabit {
    private static final double RISE = 0.02;
    private static final double HIGH = 0.05;
    private static final double FALL = -0.01;
    private static final int ENOUGH = 20;

    private long moves;
    private double sizeOfMoves;
    private long rises;
    private long risesUndone;
    private long highs;
    private long highsFalling;

    RouteHabit() {}

    /** Takes up what was kept of it. */
    RouteHabit(Kept kept) {
        moves = kept.moves;
        sizeOfMoves = kept.sizeOfMoves;
        rises = kept.rises;
        risesUndone = kept.risesUndone;
        highs = kept.highs;
        highsFalling = kept.highsFalling;
    }

    /** Everything that is to be kept of it. */
    Kept kept() {
        return new Kept(moves, sizeOfMoves, rises, risesUndone, highs, highsFalling);
    }

    /** What a route's habit is told by: counts of moves, and the sum of their sizes. */
    public record Kept(long moves, double sizeOfMoves, long rises, long risesUndone, long highs, long highsFalling) {
        /** Of a route that was never seen. */
        public static final Kept NOTHING = new Kept(0, 0, 0, 0, 0, 0);
    }

    /** Counts the latest move of an offer. */
    void learn(OfferTrack track) {
        if (track.size() < 2) {
            return;
        }
        double change = track.change(0);
        moves++;
        sizeOfMoves += Math.abs(change);
        if (track.size() < 3) {
            return;
        }
        if (track.change(1) > RISE) {
            rises++;
            risesUndone += change < FALL ? 1 : 0;
        }
        if (Math.log(track.price(1) / track.median()) > HIGH) {
            highs++;
            highsFalling += change < FALL ? 1 : 0;
        }
    }

    double volatility() {
        return share(sizeOfMoves, moves);
    }

    double risesUndone() {
        return share((double) risesUndone, rises);
    }

    double highsFalling() {
        return share((double) highsFalling, highs);
    }

    private static double share(double part, long whole) {
        return whole < ENOUGH ? Double.NaN : part / whole;
    }
}
