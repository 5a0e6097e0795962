package smarttravel.stack.simulation;

import java.util.stream.LongStream;

/**
 * When an offer's page is read: every other day, and daily in the last fortnight before departure.
 *
 * @param firstDay epoch day it is published, or the history's first
 * @param lastDay epoch day it departs, or the history's last
 * @param departure epoch day
 */
record Sale(long firstDay, long lastDay, long departure) {
    private static final int DAILY_FROM = 14;

    boolean isRead(long day) {
        long lead = departure - day;
        return day >= firstDay && day <= lastDay && (lead <= DAILY_FROM || lead % 2 == 0);
    }

    LongStream days() {
        return LongStream.rangeClosed(firstDay, lastDay).filter(this::isRead);
    }

    /** Days before departure at the first reading that may be. */
    int longestLead() {
        return (int) (departure - firstDay);
    }

    /** Days before departure at the last reading that may be. */
    int shortestLead() {
        return (int) (departure - lastDay);
    }
}
