package smarttravel.jobs.quality;

import java.util.HashMap;
import java.util.Map;

/** What was counted of a provider on one day, see {@link Evidence}; what is 0 is left out. */
public record EvidenceOfDay(Map<Integer, Long> counts) {
    static final EvidenceOfDay NONE = new EvidenceOfDay(Map.of());

    EvidenceOfDay with(int what, long count) {
        Map<Integer, Long> next = new HashMap<>(counts);
        next.merge(what, count, (before, more) -> before + more == 0 ? null : before + more);
        return new EvidenceOfDay(next);
    }

    long of(int what) {
        return counts.getOrDefault(what, 0L);
    }

    /** Observations of the day. */
    long accepted() {
        long sum = 0;
        for (int hour = 0; hour < Evidence.HOURS; hour++) {
            sum += of(Evidence.accepted(hour));
        }
        return sum;
    }

    /** The hour of the last observation of the day, -1 when there is none. */
    int lastHour() {
        int hour = Evidence.HOURS - 1;
        while (hour >= 0 && of(Evidence.accepted(hour)) == 0) {
            hour--;
        }
        return hour;
    }

    /**
     * Offers on sale that were seen last on this day, from an hour on.
     *
     * @param daysLater as it was known so many days later
     */
    long lastSeenFrom(int firstHour, long daysLater) {
        long offers = 0;
        for (int hour = Math.max(0, firstHour); hour < Evidence.HOURS; hour++) {
            offers += of(Evidence.onSale(hour));
            for (int days = 1; days <= daysLater; days++) {
                offers -= of(Evidence.gone(hour, days));
            }
        }
        return offers;
    }
}
