package smarttravel.jobs.patterns;

/**
 * A raise that may turn out to be a spike or the first half of a fake discount.
 *
 * @param from scaled price before, 0 while there is no raise
 * @param at when the higher price was seen first, epoch milliseconds
 * @param peak the highest scaled price until it came back
 * @param observations prices seen from the raise on
 * @param back whether it has come back; then another raise takes its place
 * @param spiked whether it was told as a spike
 * @param faked whether it was told as a fake discount
 */
public record Raise(long from, long at, long peak, int observations, boolean back, boolean spiked, boolean faked) {
    static final Raise NONE = new Raise(0, 0, 0, 0, false, false, false);

    static Raise begin(long previous, long at, long amount) {
        return new Raise(previous, at, amount, 1, false, false, false);
    }

    Raise seen(long amount, boolean isBack) {
        return new Raise(
                from,
                at,
                back || isBack ? peak : Math.max(peak, amount),
                observations + 1,
                back || isBack,
                spiked,
                faked);
    }

    Raise toldAsSpike() {
        return new Raise(from, at, peak, observations, back, true, faked);
    }

    Raise toldAsFake() {
        return new Raise(from, at, peak, observations, back, spiked, true);
    }
}
