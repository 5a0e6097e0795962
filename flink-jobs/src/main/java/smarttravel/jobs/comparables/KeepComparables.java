package smarttravel.jobs.comparables;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.flink.api.common.state.KeyedStateStore;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.jspecify.annotations.Nullable;
import smarttravel.jobs.config.FlowTypes;
import smarttravel.jobs.pacing.PacedFunction;

/**
 * Per holiday: keeps how every offer stands that has not departed, and says it for those whose comparables changed.
 *
 * <p>The holiday's clock is its newest observation's day (UTC). What departs before it changes no more, and is forgotten once
 * everything it is compared with has departed too: so what a standing rests on only grows as long as it is said.
 */
final class KeepComparables implements PacedFunction<String, HolidayOffer, Standing> {
    private static final long serialVersionUID = 1L;
    private static final long MILLIS_OF_A_DAY = 86_400_000;

    private transient MapState<Long, OffersOfDay> days;
    private transient ValueState<Long> clock;
    private transient Comparables comparables;
    /** Keys of offers that changed since the last word, by holiday and day whose standings they touch. */
    private transient Map<String, TreeMap<Long, Set<String>>> changed;

    @Override
    public void open(KeyedStateStore state) {
        days = state.getMapState(new MapStateDescriptor<>("departures", Types.LONG, FlowTypes.of(OffersOfDay.class)));
        clock = state.getState(new ValueStateDescriptor<>("newest-day", Types.LONG));
        comparables = new Comparables(new HotelMatcher(), List.of());
        changed = new HashMap<>();
    }

    @Override
    public boolean update(String holiday, HolidayOffer seen) throws Exception {
        ComparableOffer offer = seen.offer();
        long today = advance(Math.floorDiv(offer.observedAt(), MILLIS_OF_A_DAY));
        long departure = offer.departureDay();
        if (departure < today) {
            return false;
        }
        days.put(departure, offersOf(departure).with(offer));
        TreeMap<Long, Set<String>> touched = changed.computeIfAbsent(holiday, key -> new TreeMap<>());
        for (long day = departure - Comparables.DAYS_APART; day <= departure + Comparables.DAYS_APART; day++) {
            if (day >= today) {
                touched.computeIfAbsent(day, key -> new HashSet<>()).add(offer.key());
            }
        }
        return true;
    }

    private long advance(long seenOn) throws Exception {
        @Nullable Long before = clock.value();
        if (before != null && before >= seenOn) {
            return before;
        }
        clock.update(seenOn);
        return seenOn;
    }

    private OffersOfDay offersOf(long day) throws Exception {
        @Nullable OffersOfDay known = days.get(day);
        return known == null ? OffersOfDay.NONE : known;
    }

    @Override
    public void emit(String holiday, Consumer<Standing> out) throws Exception {
        Map<Long, Set<String>> touched = changed.remove(holiday);
        if (touched != null) {
            for (Map.Entry<Long, Set<String>> day : touched.entrySet()) {
                comparables
                        .standings(new Holiday(holiday), day.getKey(), near(day.getKey()), day.getValue())
                        .forEach(out);
            }
        }
        forgetDeparted();
    }

    private List<ComparableOffer> near(long day) throws Exception {
        List<ComparableOffer> near = new ArrayList<>();
        for (long other = day - Comparables.DAYS_APART; other <= day + Comparables.DAYS_APART; other++) {
            near.addAll(offersOf(other).offers().values());
        }
        return near;
    }

    private void forgetDeparted() throws Exception {
        long today = clock.value();
        Iterator<Long> known = days.keys().iterator();
        while (known.hasNext()) {
            if (known.next() + Comparables.DAYS_APART < today) {
                known.remove();
            }
        }
    }
}
