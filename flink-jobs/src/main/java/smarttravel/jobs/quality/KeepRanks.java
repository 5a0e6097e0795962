package smarttravel.jobs.quality;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.flink.api.common.state.KeyedStateStore;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.jspecify.annotations.Nullable;
import smarttravel.jobs.comparables.Comparables;
import smarttravel.jobs.comparables.Standing;
import smarttravel.jobs.config.FlowTypes;
import smarttravel.jobs.pacing.PacedFunction;

/**
 * Per holiday: how many offers of each provider compete and win, by day of departure. Keeps the last rank of every offer that
 * competes until no standing of its day can come any more.
 */
final class KeepRanks implements PacedFunction<String, Standing, ProviderEvidence> {
    private static final long serialVersionUID = 1L;
    private static final long MILLIS_OF_A_DAY = 86_400_000;

    private transient MapState<String, OfferRank> ranks;
    private transient ValueState<Long> clock;
    private transient Map<String, Map<String, EvidenceSum>> unsaid;

    @Override
    public void open(KeyedStateStore state) {
        ranks = state.getMapState(new MapStateDescriptor<>("ranks", Types.STRING, FlowTypes.of(OfferRank.class)));
        clock = state.getState(new ValueStateDescriptor<>("newest-day", Types.LONG));
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

    private void forgetDeparted(long seenOn) throws Exception {
        @Nullable Long before = clock.value();
        if (before != null && before >= seenOn) {
            return;
        }
        clock.update(seenOn);
        Iterator<Map.Entry<String, OfferRank>> known = ranks.iterator();
        while (known.hasNext()) {
            if (known.next().getValue().departureDay() + Comparables.DAYS_APART < seenOn) {
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
