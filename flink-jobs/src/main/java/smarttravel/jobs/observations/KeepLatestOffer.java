package smarttravel.jobs.observations;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.flink.api.common.state.KeyedStateStore;
import smarttravel.jobs.drops.JudgedObservation;
import smarttravel.jobs.pacing.PacedFunction;

/**
 * Says the latest state of each offer that changed; late observations change nothing. It is only held until it is said,
 * which is before the next checkpoint, so nothing has to be kept in state.
 */
final class KeepLatestOffer implements PacedFunction<String, JudgedObservation, LatestOffer> {
    private static final long serialVersionUID = 1L;

    private transient Map<String, LatestOffer> unsaid;

    @Override
    public void open(KeyedStateStore state) {
        unsaid = new HashMap<>();
    }

    @Override
    public boolean update(String offer, JudgedObservation judged) {
        if (judged.ordered().late()) {
            return false;
        }
        unsaid.put(offer, new LatestOffer(judged.seen(), judged.ordered().life()));
        return true;
    }

    @Override
    public void emit(String offer, Consumer<LatestOffer> out) {
        out.accept(Objects.requireNonNull(unsaid.remove(offer), "only changed offers are asked for"));
    }
}
