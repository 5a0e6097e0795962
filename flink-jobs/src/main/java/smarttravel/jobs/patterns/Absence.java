package smarttravel.jobs.patterns;

/**
 * A time without a price so far.
 *
 * @param since epoch milliseconds, 0 while there is a price
 * @param observations without one in a row
 */
public record Absence(long since, int observations) {
    static final Absence NONE = new Absence(0, 0);

    Absence goneAt(long at) {
        return observations == 0 ? new Absence(at, 1) : new Absence(since, observations + 1);
    }
}
