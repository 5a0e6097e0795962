package smarttravel.jobs.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;

/**
 * A provider's components on a day, from what was counted on the days until then.
 *
 * @param days what was counted on a day
 */
record ProviderDays(String provider, LongFunction<EvidenceOfDay> days) {
    /** Days after which evidence no longer tells: a week, and two days until a price change is decided. */
    static final int LONGEST = 8;

    private static final int WEEK = 7;
    private static final int HOURS = Evidence.HOURS;

    /** Whether anything came of the provider on a day: only then it has rows. */
    boolean isSeenOn(long day) {
        EvidenceOfDay evidence = days.apply(day);
        return evidence.accepted() + evidence.of(Evidence.REFUSED) > 0;
    }

    /**
     * Its rows, one for each component.
     *
     * @param standing offers that compete and win now; nothing counted but on the newest day
     */
    List<ProviderDay> of(long day, EvidenceOfDay standing) {
        long accepted = sum(day, EvidenceOfDay::accepted);
        long refused = week(day, Evidence.REFUSED);
        List<ProviderDay> rows = new ArrayList<>();
        rows.add(row(day, "validity", accepted, accepted + refused, WEEK));
        rows.add(row(day, "completeness", week(day, Evidence.FILLED), week(day, Evidence.FIELDS), WEEK));
        rows.add(row(day, "freshness", lastSeen(day, HOURS), lastSeen(day, WEEK * HOURS), WEEK));
        rows.add(row(day, "honesty", week(day, Evidence.HONEST), week(day, Evidence.CLAIMS), WEEK));
        rows.add(row(day, "stability", week(day, Evidence.KEPT), week(day, Evidence.CHANGES), WEEK));
        rows.add(row(day, "competitiveness", standing.of(Evidence.CHEAPEST), standing.of(Evidence.COMPARED), 0));
        return rows;
    }

    private ProviderDay row(long day, String component, long good, long n, int windowDays) {
        return new ProviderDay(provider, day, component, good, n, windowDays, observations(day));
    }

    private long observations(long day) {
        long sum = 0;
        for (long one = day - LONGEST; one <= day; one++) {
            EvidenceOfDay evidence = days.apply(one);
            sum += evidence.accepted() + evidence.of(Evidence.REFUSED);
        }
        return sum;
    }

    private long week(long day, int what) {
        return sum(day, evidence -> evidence.of(what));
    }

    private long sum(long day, ToLongFunction<EvidenceOfDay> counted) {
        long sum = 0;
        for (long one = day - WEEK + 1; one <= day; one++) {
            sum += counted.applyAsLong(days.apply(one));
        }
        return sum;
    }

    /** Live offers seen in the last hours until the day's last observation, its own hour counted whole. */
    private long lastSeen(long day, int hours) {
        int lastHour = days.apply(day).lastHour();
        if (lastHour < 0) {
            return 0;
        }
        long firstHour = day * HOURS + lastHour - hours + 1;
        long offers = 0;
        for (long one = Math.floorDiv(firstHour, HOURS); one <= day; one++) {
            offers += days.apply(one).lastSeenFrom((int) Math.max(0, firstHour - one * HOURS), day - one);
        }
        return offers;
    }
}
