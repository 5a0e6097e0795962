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

    /**
     * When the current key's state is to be forgotten, in event time: epoch milliseconds, {@link Long#MAX_VALUE} for
     * never.
     */
    default long forgetAt(I input) {
        return Long.MAX_VALUE;
    }

    /** Forgets the state of the current key. */
    default void forget() {}
}
