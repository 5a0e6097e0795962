package smarttravel.jobs.advice.features;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of one route: every offer's recent prices by departure, and how the route's prices are wont to
 * move. Fed with observations in order of time. Not for several threads.
 */
public final class RouteState {
    /** A price that was not seen for longer says nothing of today. */
    private static final long FRESH_SECONDS = 3 * 86_400L;

    /** Offers of one departure that count as neighbours, so that a large market costs no more than a small one. */
    private static final int PER_DEPARTURE = 12;

    private final Map<String, OfferTrack> byOffer = new HashMap<>();
    private final TreeMap<Long, List<OfferTrack>> byDeparture = new TreeMap<>();
    private final RouteHabit habit;

    /** A route that was never seen. */
    public RouteState() {
        this(RouteHabit.Kept.NOTHING);
    }

    /** A route of which this is kept; the offers have to be given back by {@link #restore}. */
    public RouteState(RouteHabit.Kept habit) {
        this.habit = new RouteHabit(habit);
    }

    /** Gives back what was kept of an offer: those of one departure in the order in which they were first seen. */
    public void restore(String offer, OfferTrack track) {
        byOffer.put(offer, track);
        byDeparture
                .computeIfAbsent(track.departure(), day -> new ArrayList<>(1))
                .add(track);
    }

    /** How the route's prices are wont to move, to be kept. */
    public RouteHabit.Kept keptHabit() {
        return habit.kept();
    }

    /** Takes in what was seen; an observation that is older than the newest one of its offer must not come. */
    public void observe(SeenPrice seen) {
        OfferTrack track = byOffer.get(seen.offer());
        if (track == null) {
            track = new OfferTrack(seen.departure());
            restore(seen.offer(), track);
        }
        track.observe(seen);
        if (!seen.isSoldOut()) {
            habit.learn(track);
        }
    }

    /** What is remembered of an offer; absent before its first observation. */
    public @Nullable OfferTrack track(String offer) {
        return byOffer.get(offer);
    }

    /** The offers for sale whose latest price was seen at this second. */
    public List<String> pricedAt(long second) {
        return byOffer.entrySet().stream()
                .filter(each -> each.getValue().isForSale() && each.getValue().lastSecond() == second)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** Forgets offers that departed before a day. */
    public void forgetBefore(long day) {
        Map<Long, List<OfferTrack>> departed = byDeparture.headMap(day);
        if (!departed.isEmpty()) {
            byOffer.values().removeIf(track -> track.departure() < day);
            departed.clear();
        }
    }

    /**
     * The cheapest other offer that departs within a day of this one and was seen lately.
     *
     * @param second now
     * @return {@code NaN} when there is none
     */
    public double cheapestComparable(String offer, long second) {
        OfferTrack own = Objects.requireNonNull(byOffer.get(offer));
        double[] cheapest = {Double.NaN};
        forNeighbours(own, 1, second, other -> {
            if (!(cheapest[0] <= other.price(0))) {
                cheapest[0] = other.price(0);
            }
        });
        return cheapest[0];
    }

    /**
     * How many other offers depart so near that their prices are compared with an offer's.
     *
     * @param second now
     */
    public int neighbours(String offer, long second) {
        int[] count = {0};
        forNeighbours(Objects.requireNonNull(byOffer.get(offer)), Neighbourhood.NEAR_DAYS, second, other -> count[0]++);
        return count[0];
    }

    RouteHabit habit() {
        return habit;
    }

    /** Calls with every other offer for sale that departs at most some days before or after and was seen lately. */
    void forNeighbours(OfferTrack own, int days, long second, Consumer<OfferTrack> with) {
        byDeparture
                .subMap(own.departure() - days, true, own.departure() + days, true)
                .values()
                .forEach(sameDay -> forSome(sameDay, own, second, with));
    }

    private static void forSome(List<OfferTrack> sameDay, OfferTrack own, long second, Consumer<OfferTrack> with) {
        int start = sameDay.size() > PER_DEPARTURE ? Math.max(0, sameDay.indexOf(own)) : 0;
        int taken = 0;
        for (int i = 0; i < sameDay.size() && taken < PER_DEPARTURE; i++) {
            OfferTrack other = sameDay.get((start + i) % sameDay.size());
            if (other != own && other.isForSale() && isFresh(other, second)) {
                with.accept(other);
                taken++;
            }
        }
    }

    /** A price that was seen later was not known then. */
    private static boolean isFresh(OfferTrack other, long second) {
        long age = second - other.second(0);
        return age >= 0 && age <= FRESH_SECONDS;
    }
}
