package smarttravel.jobs.observations;

import java.util.function.Consumer;
import org.apache.flink.api.common.state.KeyedStateStore;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import smarttravel.jobs.config.FlowTypes;
import smarttravel.jobs.drops.JudgedObservation;
import smarttravel.jobs.pacing.PacedFunction;

/** Keeps the latest state of each offer; late observations change nothing. */
final class KeepLatestOffer implements PacedFunction<JudgedObservation, LatestOffer> {
    private static final long serialVersionUID = 1L;

    private transient ValueState<LatestOffer> latest;

    @Override
    public void open(KeyedStateStore state) {
        latest = state.getState(new ValueStateDescriptor<>("latest", FlowTypes.of(LatestOffer.class)));
    }

    @Override
    public boolean update(JudgedObservation judged) throws Exception {
        if (judged.ordered().late()) {
            return false;
        }
        latest.update(LatestOffer.after(latest.value(), judged));
        return true;
    }

    @Override
    public void emit(Consumer<LatestOffer> out) throws Exception {
        out.accept(latest.value());
    }
}
