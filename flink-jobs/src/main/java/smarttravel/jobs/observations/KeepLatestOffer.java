package smarttravel.jobs.observations;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.flink.api.common.state.KeyedStateStore;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import smarttravel.jobs.config.FlowTypes;
import smarttravel.jobs.drops.JudgedObservation;
import smarttravel.jobs.pacing.PacedFunction;

/**
 * Keeps the latest state of each offer; late observations change nothing. The newest observation itself is only held until
 * it is said, which is before the next checkpoint: so it need not be kept in state.
 */
final class KeepLatestOffer implements PacedFunction<String, JudgedObservation, LatestOffer> {
    private static final long serialVersionUID = 1L;

    private transient ValueState<OfferPast> past;
    private transient Map<String, LatestOffer> unsaid;

    @Override
    public void open(KeyedStateStore state) {
        past = state.getState(new ValueStateDescriptor<>("past", FlowTypes.of(OfferPast.class)));
        unsaid = new HashMap<>();
    }

    @Override
    public boolean update(String offer, JudgedObservation judged) throws Exception {
        if (judged.ordered().late()) {
            return false;
        }
        OfferPast now = OfferPast.after(past.value(), judged);
        past.update(now);
        unsaid.put(offer, new LatestOffer(judged.seen(), judged.ordered().market(), now));
        return true;
    }

    @Override
    public void emit(String offer, Consumer<LatestOffer> out) {
        out.accept(Objects.requireNonNull(unsaid.remove(offer), "only changed offers are asked for"));
    }
}
