package smarttravel.jobs.seasons;

/** The stretches of days before departure that the booking curve is told by. */
public final class LeadBucket {
    /** First day of each bucket: 0-6, 7-13, 14-20, 21-29, 30-59, 60-89, 90-179, 180 and more. */
    private static final int[] FIRST_DAYS = {0, 7, 14, 21, 30, 60, 90, 180};

    /** How many there are. */
    public static final int COUNT = FIRST_DAYS.length;

    /** The "bucket" of observations made after departure: part of an offer's prices, of no bucket. */
    static final int DEPARTED = -1;

    private LeadBucket() {}

    /** The bucket that a number of days before departure falls into, or {@link #DEPARTED}. */
    static int of(int leadDays) {
        int bucket = DEPARTED;
        while (bucket + 1 < COUNT && leadDays >= FIRST_DAYS[bucket + 1]) {
            bucket++;
        }
        return bucket;
    }

    /** The first day of a bucket: what the table names it by. */
    public static int firstDay(int bucket) {
        return FIRST_DAYS[bucket];
    }
}
