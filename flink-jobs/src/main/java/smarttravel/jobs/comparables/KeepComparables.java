package smarttravel.jobs.comparables;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.KeyedStateStore;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.jspecify.annotations.Nullable;
import smarttravel.jobs.config.FlowTypes;
import smarttravel.jobs.fx.DatedRate;
import smarttravel.jobs.fx.KnownRates;
import smarttravel.jobs.fx.RateYear;
import smarttravel.jobs.pacing.PacedBroadcastFunction;

/**
 * Per holiday: keeps how every offer stands that has not departed, and says it for those whose comparables changed.
 *
 * <p>The holiday's clock is its newest observation's day (UTC). What departs before it changes no more, and is forgotten once
 * everything it is compared with has departed too: so what a standing rests on only grows as long as it is said. A holiday of
 * which nothing is seen any more has no such clock: there the broker's goes on, see {@link QuietHoliday}.
 *
 * <p>Prices are kept as they were quoted and converted when they are compared. A rate or a decision that comes later has
 * those said anew that it concerns.
 */
final class KeepComparables implements PacedBroadcastFunction<String, HolidayOffer, ComparablesNews, Standing> {
    private static final long serialVersionUID = 1L;
    private static final long MILLIS_OF_A_DAY = 86_400_000;
    private static final MapStateDescriptor<Long, OffersOfDay> DEPARTURES =
            new MapStateDescriptor<>("departures", Types.LONG, FlowTypes.of(OffersOfDay.class));

    private transient MapState<Long, OffersOfDay> days;
    private transient ValueState<Long> clock;
    private transient BroadcastState<String, RateYear> years;
    private transient KnownRates rates;
    private transient KnownDecisions decisions;
    private transient FreshNews news;
    private transient HotelMatcher matcher;
    private transient QuietHoliday quiet;
    /** The offers that changed since the last word, by holiday and departure. */
    private transient Map<String, Map<Long, Map<String, Change>>> changed;

    @Override
    public void open(KeyedStateStore keyed, OperatorStateStore everywhere) throws Exception {
        days = keyed.getMapState(DEPARTURES);
        clock = keyed.getState(new ValueStateDescriptor<>("newest-day", Types.LONG));
        years = everywhere.getBroadcastState(KnownRates.STATE);
        rates = new KnownRates(years);
        decisions = new KnownDecisions(everywhere.getBroadcastState(KnownDecisions.STATE));
        news = new FreshNews(rates);
        matcher = new HotelMatcher();
        quiet = QuietHoliday.open(keyed::getState);
        changed = new HashMap<>();
    }

    @Override
    public String keyedState() {
        return DEPARTURES.getName();
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
        touch(holiday, offer, new Change(today, seen.receivedAt()));
        return true;
    }

    private void touch(String holiday, ComparableOffer offer, Change change) {
        changed.computeIfAbsent(holiday, key -> new HashMap<>())
                .computeIfAbsent(offer.departureDay(), key -> new HashMap<>())
                .merge(offer.key(), change, Change::and);
    }

    /** By day that had not departed then, the offers that touch its standings: those that changed and depart near it. */
    private static SortedMap<Long, Set<String>> touched(Map<Long, Map<String, Change>> changed) {
        SortedMap<Long, Set<String>> touched = new TreeMap<>();
        changed.forEach((departure, keys) -> keys.forEach((key, change) -> {
            long last = departure + Comparables.DAYS_APART;
            for (long day = Math.max(change.today(), departure - Comparables.DAYS_APART); day <= last; day++) {
                touched.computeIfAbsent(day, unknown -> new HashSet<>()).add(key);
            }
        }));
        return touched;
    }

    @Override
    public void hear(ComparablesNews heard) throws Exception {
        if (heard.rate() != null) {
            hear(heard.rate());
        }
        if (heard.decision() != null) {
            decisions.add(heard.decision());
            news.add(heard.decision().decision());
        }
    }

    /** A rate that says what held before is no news. */
    private void hear(DatedRate rate) throws Exception {
        @Nullable DatedRate before = rates.inForce(rate.currency(), rate.kind(), rate.day());
        KnownRates.add(years, rate);
        if (before == null || before.usd() != rate.usd()) {
            news.add(rate);
        }
    }

    /** Whether news touch a holiday; those that they touch are noted. */
    @Override
    public boolean isConcerned(String holiday) throws Exception {
        String place = new Holiday(holiday).destination();
        boolean concerned = false;
        for (OffersOfDay day : days.values()) {
            for (ComparableOffer offer : day.offers().values()) {
                if (news.concern(place, offer)) {
                    touch(holiday, offer, new Change(clock.value(), Instant.EPOCH));
                    concerned = true;
                }
            }
        }
        return concerned;
    }

    @Override
    public void heardEverywhere() {
        news.clear();
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
        Map<Long, Map<String, Change>> fresh = changed.remove(holiday);
        if (fresh != null) {
            Holiday compared = new Holiday(holiday);
            KnownDecisions.AtPlace decided = decisions.at(compared.destination());
            Comparables comparables = new Comparables(matcher, decided.inForce());
            for (Map.Entry<Long, Set<String>> day : touched(fresh).entrySet()) {
                comparables.standings(compared, day.getKey(), near(day.getKey()), day.getValue()).stream()
                        .map(standing -> standing.after(decided.said(), receivedAt(fresh, standing.offer())))
                        .forEach(out);
            }
        }
        forgetDeparted();
    }

    private static Instant receivedAt(Map<Long, Map<String, Change>> fresh, ComparableOffer offer) {
        return fresh.getOrDefault(offer.departureDay(), Map.of())
                .getOrDefault(offer.key(), Change.NONE)
                .receivedAt();
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

    private List<ComparableOffer> near(long day) throws Exception {
        List<ComparableOffer> near = new ArrayList<>();
        for (long other = day - Comparables.DAYS_APART; other <= day + Comparables.DAYS_APART; other++) {
            for (ComparableOffer offer : offersOf(other).offers().values()) {
                near.add(offer.inUsd(rates));
            }
        }
        return near;
    }

    @Override
    public long keepUntil(HolidayOffer seen) throws Exception {
        return quiet.keep(seen.offer().departureDay(), seen.receivedAt());
    }

    @Override
    public long keptUntil(long at) throws Exception {
        return quiet.keptUntil(at);
    }

    @Override
    public void forget(long at) throws Exception {
        Iterator<Long> known = days.keys().iterator();
        while (known.hasNext()) {
            if (QuietHoliday.isOver(known.next(), at)) {
                known.remove();
            }
        }
        if (days.isEmpty()) {
            days.clear();
            quiet.clear();
        }
    }

    /**
     * That an offer changed.
     *
     * @param today the holiday's clock when it changed first
     * @param receivedAt the broker's time of its newest record, the beginning of time when only news touched it
     */
    private record Change(long today, Instant receivedAt) {
        static final Change NONE = new Change(Long.MIN_VALUE, Instant.EPOCH);

        Change and(Change later) {
            return later.receivedAt.isAfter(receivedAt) ? new Change(today, later.receivedAt) : this;
        }
    }
}
