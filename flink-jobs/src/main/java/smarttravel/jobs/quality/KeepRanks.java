package smarttravel.jobs.quality;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import org.apache.flink.api.common.state.KeyedStateStore;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.jspecify.annotations.Nullable;
import smarttravel.jobs.comparables.Comparables;
import smarttravel.jobs.comparables.QuietHoliday;
import smarttravel.jobs.comparables.Standing;
import smarttravel.jobs.config.FlowTypes;
import smarttravel.jobs.pacing.PacedFunction;

/**
 * Per holiday: how many offers of each provider compete and win, by day of departure. Keeps the last rank of every offer that
 * competes until no standing of its day can come any more: none comes once the holiday's day (UTC) is past all that it is
 * compared with, and of a holiday of which nothing is seen any more, once its offers are forgotten there ({@link QuietHoliday}).
 */
final class KeepRanks implements PacedFunction<String, Standing, ProviderEvidence> {
    private static final long serialVersionUID = 1L;
    private static final long MILLIS_OF_A_DAY = 86_400_000;

    private transient MapState<String, OfferRank> ranks;
    private transient ValueState<Long> clock;
    private transient QuietHoliday quiet;
    private transient Map<String, Map<String, EvidenceSum>> unsaid;

    @Override
    public void open(KeyedStateStore state) {
        ranks = state.getMapState(new MapStateDescriptor<>("ranks", Types.STRING, FlowTypes.of(OfferRank.class)));
        clock = state.getState(new ValueStateDescriptor<>("newest-day", Types.LONG));
        quiet = QuietHoliday.open(state::getState);
        unsaid = new HashMap<>();
    }

    @Override
    public boolean update(String holiday, Standing standing) throws Exception {
        forgetDeparted(Math.floorDiv(standing.offer().observedAt(), MILLIS_OF_A_DAY));
        String offer = standing.offer().key();
        OfferRank rank = OfferRank.of(standing);
        @Nullable OfferRank last = ranks.get(offer);
        if (last == null ? !rank.compared() : last.equals(rank)) {
            return false;
        }
        EvidenceSum sum = unsaid.computeIfAbsent(holiday, key -> new HashMap<>())
                .computeIfAbsent(standing.offer().provider(), EvidenceSum::new);
        if (last != null) {
            last.count(-1, sum);
        }
        rank.count(1, sum);
        if (rank.compared()) {
            ranks.put(offer, rank);
        } else {
            ranks.remove(offer);
        }
        return true;
    }

    /** As long as {@link smarttravel.jobs.comparables.ComparablesJob} keeps the offer, it may say its standing anew. */
    @Override
    public long keepUntil(Standing standing) throws Exception {
        return quiet.keep(standing.offer().departureDay(), standing.receivedAt());
    }

    @Override
    public long keptUntil(long at) throws Exception {
        return quiet.keptUntil(at);
    }

    @Override
    public void forget(long at) throws Exception {
        forget(departure -> QuietHoliday.isOver(departure, at));
        if (ranks.isEmpty()) {
            ranks.clear();
            quiet.clear();
        }
    }

    private void forgetDeparted(long seenOn) throws Exception {
        @Nullable Long before = clock.value();
        if (before != null && before >= seenOn) {
            return;
        }
        clock.update(seenOn);
        forget(departure -> departure + Comparables.DAYS_APART < seenOn);
    }

    private void forget(LongPredicate departed) throws Exception {
        Iterator<Map.Entry<String, OfferRank>> known = ranks.iterator();
        while (known.hasNext()) {
            if (departed.test(known.next().getValue().departureDay())) {
                known.remove();
            }
        }
    }

    @Override
    public void emit(String holiday, Consumer<ProviderEvidence> out) {
        Objects.requireNonNull(unsaid.remove(holiday), "only changed holidays are asked for")
                .values()
                .forEach(sum -> sum.say(out));
    }
}
