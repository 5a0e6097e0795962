package smarttravel.jobs.quality;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
 * Per provider: what was counted on each of its days, and the components of the days that this concerns.
 *
 * <p>Days are kept for ever, some hundred bytes each: a history may be loaded in any order.
 */
final class KeepProviderQuality implements PacedFunction<String, ProviderEvidence, ProviderDay> {
    private static final long serialVersionUID = 1L;

    private transient MapState<Long, EvidenceOfDay> days;
    /** The day that was the newest when something was said. */
    private transient ValueState<Long> newestSaid;
    /** Days that changed since the last word, by provider. */
    private transient Map<String, TreeSet<Long>> changed;

    @Override
    public void open(KeyedStateStore state) {
        days = state.getMapState(new MapStateDescriptor<>("days", Types.LONG, FlowTypes.of(EvidenceOfDay.class)));
        newestSaid = state.getState(new ValueStateDescriptor<>("newest-said", Types.LONG));
        changed = new HashMap<>();
    }

    @Override
    public boolean update(String provider, ProviderEvidence evidence) throws Exception {
        @Nullable EvidenceOfDay known = days.get(evidence.day());
        EvidenceOfDay before = known == null ? EvidenceOfDay.NONE : known;
        days.put(evidence.day(), before.with(evidence.what(), evidence.count()));
        changed.computeIfAbsent(provider, key -> new TreeSet<>()).add(evidence.day());
        return true;
    }

    @Override
    public void emit(String provider, Consumer<ProviderDay> out) throws Exception {
        TreeMap<Long, EvidenceOfDay> known = new TreeMap<>();
        days.entries().forEach(day -> known.put(day.getKey(), day.getValue()));
        ProviderDays quality = new ProviderDays(provider, day -> known.getOrDefault(day, EvidenceOfDay.NONE));
        TreeSet<Long> seen = new TreeSet<>(known.keySet());
        seen.removeIf(day -> !quality.isSeenOn(day));
        TreeSet<Long> since = Objects.requireNonNull(changed.remove(provider), "only changed ones are asked for");
        if (seen.isEmpty()) {
            return;
        }
        long newest = seen.last();
        for (long day : concerned(since, seen)) {
            quality.of(day, day == newest ? ranks(known.tailMap(newest).values()) : EvidenceOfDay.NONE)
                    .forEach(out);
        }
        newestSaid.update(newest);
    }

    /** Days of which something else is to be said: of the newest, and of what was the newest, as things stand. */
    private Set<Long> concerned(Set<Long> since, NavigableSet<Long> seen) throws IOException {
        TreeSet<Long> days = new TreeSet<>();
        since.forEach(day -> days.addAll(seen.subSet(day, true, day + ProviderDays.LONGEST, true)));
        days.add(seen.last());
        @Nullable Long last = newestSaid.value();
        if (last != null) {
            days.add(last);
        }
        return days;
    }

    private static EvidenceOfDay ranks(Collection<EvidenceOfDay> departures) {
        EvidenceOfDay sum = EvidenceOfDay.NONE;
        for (EvidenceOfDay day : departures) {
            sum = sum.with(Evidence.COMPARED, day.of(Evidence.COMPARED))
                    .with(Evidence.CHEAPEST, day.of(Evidence.CHEAPEST));
        }
        return sum;
    }
}
