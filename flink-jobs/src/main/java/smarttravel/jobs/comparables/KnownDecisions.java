package smarttravel.jobs.comparables;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.jspecify.annotations.Nullable;
import smarttravel.events.HotelDecision;
import smarttravel.jobs.config.FlowTypes;
import smarttravel.jobs.decisions.HeardDecision;

/** Every decision that was heard, withdrawn ones too, asked for those at one place. */
final class KnownDecisions {
    /** Where an operator keeps them, by the key of the two listings. */
    static final MapStateDescriptor<String, HeardDecision> STATE =
            new MapStateDescriptor<>("match-decisions", Types.STRING, FlowTypes.of(HeardDecision.class));

    private static final AtPlace NONE = new AtPlace(List.of(), 0);

    private final BroadcastState<String, HeardDecision> heard;
    private @Nullable Map<String, AtPlace> byPlace;

    KnownDecisions(BroadcastState<String, HeardDecision> heard) {
        this.heard = heard;
    }

    /**
     * What holds at one place.
     *
     * @param said how much was ever decided there: grows with every decision, also with one that takes another back,
     *     and is the same whether the topic still holds what was replaced or not
     */
    record AtPlace(List<MatchDecision> inForce, long said) {}

    /** Remembers one more. */
    void add(HeardDecision decision) throws Exception {
        heard.put(decision.decision().key(), decision);
        byPlace = null;
    }

    /** What holds at a place. */
    AtPlace at(String place) throws Exception {
        if (byPlace == null) {
            byPlace = sorted();
        }
        return byPlace.getOrDefault(place, NONE);
    }

    private Map<String, AtPlace> sorted() throws Exception {
        Map<String, List<HeardDecision>> all = new HashMap<>();
        for (Map.Entry<String, HeardDecision> entry : heard.immutableEntries()) {
            all.computeIfAbsent(entry.getValue().decision().place(), place -> new ArrayList<>())
                    .add(entry.getValue());
        }
        Map<String, AtPlace> sorted = new HashMap<>();
        all.forEach((place, decisions) -> sorted.put(place, new AtPlace(inForce(decisions), said(decisions))));
        return sorted;
    }

    private static List<MatchDecision> inForce(List<HeardDecision> decisions) {
        return decisions.stream()
                .map(HeardDecision::decision)
                .filter(decision -> decision.verdict() != HotelDecision.Verdict.WITHDRAWN)
                .map(MatchDecision::of)
                .toList();
    }

    /** A partition's newest decision is the last of its key, so that compaction leaves it. */
    private static long said(List<HeardDecision> decisions) {
        Map<Integer, Long> newest = new HashMap<>();
        decisions.forEach(decision -> newest.merge(decision.partition(), decision.offset() + 1, Math::max));
        return newest.values().stream().mapToLong(Long::longValue).sum();
    }
}
