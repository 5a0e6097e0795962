package smarttravel.jobs.pacing;

import java.io.Serializable;
import java.util.function.Consumer;
import org.apache.flink.api.common.state.KeyedStateStore;

/**
 * What an analysis keeps per key and what it says of it: {@link #update} at every input, {@link #emit} now and then and
 * always before a checkpoint. What is emitted must depend on the state alone, because how often is a matter of pace.
 */
public interface PacedFunction<I, O> extends Serializable {
    /** Takes hold of the state. Called once, before everything else. */
    void open(KeyedStateStore state);

    /** Takes one input into the state of its key. Says whether that changed what {@link #emit} would say. */
    boolean update(I input) throws Exception;

    /** Says what the state of the current key amounts to. */
    void emit(Consumer<O> out) throws Exception;
}
