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
    private final RouteHabit habit = new RouteHabit();

    /** Takes in what was seen; an observation that is older than the newest one of its offer must not come. */
    public void observe(SeenPrice seen) {
        OfferTrack track = byOffer.get(seen.offer());
        if (track == null) {
            track = new OfferTrack(seen.departure());
            byOffer.put(seen.offer(), track);
            byDeparture
                    .computeIfAbsent(seen.departure(), day -> new ArrayList<>(1))
                    .add(track);
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
            if (other != own && other.isForSale() && second - other.second(0) <= FRESH_SECONDS) {
                with.accept(other);
                taken++;
            }
        }
    }
}
