package smarttravel.jobs.quality;

/** What is counted of a provider on a day. The numbers are kept in state: they stay what they are. */
final class Evidence {
    /** Records that were refused. */
    static final int REFUSED = 0;
    /** List prices of offers that had an earlier price in the month before. */
    static final int CLAIMS = 1;
    /** Of these, those not above the offer's highest price. */
    static final int HONEST = 2;
    /** Price changes of two days before. */
    static final int CHANGES = 3;
    /** Of these, those that were not undone. */
    static final int KEPT = 4;
    /** Optional fields. */
    static final int FIELDS = 5;
    /** Of these, those that are filled. */
    static final int FILLED = 6;
    /** Offers departing on the day that are compared with another provider's. */
    static final int COMPARED = 7;
    /** Of these, those that nobody undercuts. */
    static final int CHEAPEST = 8;

    /** Hours of a day. */
    static final int HOURS = 24;
    /** Days for which a sighting speaks. */
    static final int DAYS = 7;

    private static final int ACCEPTED = 16;
    private static final int ON_SALE = ACCEPTED + HOURS;
    private static final int GONE = ON_SALE + HOURS;

    private Evidence() {}

    /** Observations of an hour of the day. */
    static int accepted(int hour) {
        return ACCEPTED + hour;
    }

    /** Offers on sale that had not departed, by the hour at which they were seen last that day. */
    static int onSale(int hour) {
        return ON_SALE + hour;
    }

    /**
     * Of those, the ones that no longer count that many days later: they were seen again, or departed.
     *
     * @param daysLater 1 to {@link #DAYS}
     */
    static int gone(int hour, int daysLater) {
        if (daysLater < 1 || daysLater > DAYS) {
            throw new IllegalArgumentException("nobody asks " + daysLater + " days later");
        }
        return GONE + hour * (DAYS + 1) + daysLater;
    }
}
