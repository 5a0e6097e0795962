package smarttravel.jobs.patterns;

/**
 * Falls in a row so far.
 *
 * @param from scaled price before the first, 0 while there is none
 * @param firstAt when the first was seen, epoch milliseconds
 */
public record Slide(long from, long firstAt, int falls) {
    static final Slide NONE = new Slide(0, 0, 0);

    Slide fallen(long previous, long at) {
        return falls == 0 ? new Slide(previous, at, 1) : new Slide(from, firstAt, falls + 1);
    }
}
