package smarttravel.jobs.advice.serving;

import java.time.Instant;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.flink.api.common.state.KeyedStateStore;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.jspecify.annotations.Nullable;
import smarttravel.jobs.advice.features.AdviceFeatures;
import smarttravel.jobs.advice.features.OfferTrack;
import smarttravel.jobs.advice.features.RouteState;
import smarttravel.jobs.advice.features.SeenPrice;
import smarttravel.jobs.advice.features.TrackBytes;
import smarttravel.jobs.config.FlowTypes;
import smarttravel.jobs.forgetting.QuietKey;

/**
 * The routes as they lie in Flink's state: per departure day, so that a look opens only the days around it. What has
 * departed is taken out: when the route's own day turns, and of a route that is quiet by the broker's clock ({@link
 * QuietKey}). What the route itself is wont to do stays.
 */
final class RouteBook {
    /** The state that every route has. */
    static final String MEMORY = "route";

    private static final int NEIGHBOURS = AdviceFeatures.NEIGHBOURS_WITHIN_DAYS;

    private final ValueState<RouteMemory> memory;
    private final MapState<Long, DayTracks> days;
    private final QuietKey quiet;

    RouteBook(KeyedStateStore state) {
        memory = state.getState(new ValueStateDescriptor<>(MEMORY, FlowTypes.of(RouteMemory.class)));
        days = state.getMapState(new MapStateDescriptor<>("departures", Types.LONG, FlowTypes.of(DayTracks.class)));
        quiet = QuietKey.open(state::getState);
    }

    /** Takes looks at the current route, in whatever order they came. */
    RouteLooks take(List<SeenPrice> arrived) throws Exception {
        List<SeenPrice> looks = RouteLooks.inTime(arrived);
        @Nullable RouteMemory kept = memory.value();
        RouteMemory before = kept == null ? RouteMemory.NOTHING : kept;
        RouteState route = new RouteState(before.habit());
        Set<Long> touched = new TreeSet<>();
        looks.forEach(look -> touched.add(look.departure()));
        boolean isAgain = looks.stream().anyMatch(look -> look.second() == before.clock());
        for (long day : around(touched, isAgain ? 2 * NEIGHBOURS : NEIGHBOURS)) {
            restore(route, day);
        }
        RouteLooks taken = RouteLooks.take(route, before.clock(), before.looks(), looks);
        save(route, touched, looks);
        memory.update(taken.memory());
        if (before.clock() != Long.MIN_VALUE
                && taken.today() > Math.floorDiv(before.clock(), RouteLooks.SECONDS_A_DAY)) {
            forgetBefore(taken.today());
        }
        return taken;
    }

    private static Set<Long> around(Set<Long> touched, int days) {
        Set<Long> around = new HashSet<>();
        for (long day : touched) {
            for (long near = day - days; near <= day + days; near++) {
                around.add(near);
            }
        }
        return around;
    }

    private void restore(RouteState route, long day) throws Exception {
        DayTracks kept = days.get(day);
        if (kept != null) {
            for (int i = 0; i < kept.offers().length; i++) {
                route.restore(kept.offers()[i], TrackBytes.read(day, kept.tracks()[i]));
            }
        }
    }

    private void save(RouteState route, Set<Long> touched, List<SeenPrice> looks) throws Exception {
        Map<Long, Map<String, byte[]>> open = new TreeMap<>();
        for (long day : touched) {
            open.put(
                    day,
                    Objects.requireNonNullElse(days.get(day), DayTracks.NONE).byOffer());
        }
        Set<String> saved = new HashSet<>();
        for (SeenPrice look : looks) {
            OfferTrack track = route.track(look.offer());
            if (track != null && saved.add(look.offer())) {
                Objects.requireNonNull(open.get(look.departure())).put(look.offer(), TrackBytes.write(track));
            }
        }
        for (Map.Entry<Long, Map<String, byte[]>> day : open.entrySet()) {
            if (!day.getValue().isEmpty()) {
                days.put(day.getKey(), DayTracks.of(day.getValue()));
            }
        }
    }

    private void forgetBefore(long today) throws Exception {
        Iterator<Long> known = days.keys().iterator();
        while (known.hasNext()) {
            if (known.next() < today) {
                known.remove();
            }
        }
    }

    /** Notes that a look came in, see {@link QuietKey#keep}. */
    long keep(long departureDay, Instant receivedAt) throws Exception {
        return quiet.keep(departureDay, receivedAt);
    }

    /** See {@link QuietKey#overAt}. */
    OptionalLong overAt(Instant receivedAt) throws Exception {
        return quiet.overAt(receivedAt);
    }

    /** See {@link QuietKey#keptUntil}. */
    long keptUntil(long at) throws Exception {
        return quiet.keptUntil(at);
    }

    /** Takes out of the current route, which is quiet, what departed a week before a moment (milliseconds since 1970). */
    void forgetAt(long at) throws Exception {
        forgetBefore(QuietKey.departedBefore(at));
        if (days.isEmpty()) {
            days.clear();
            quiet.clear();
        }
    }
}
