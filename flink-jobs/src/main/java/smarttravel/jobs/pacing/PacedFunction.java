package smarttravel.jobs.pacing;

import java.io.Serializable;
import java.util.function.Consumer;
import org.apache.flink.api.common.state.KeyedStateStore;

/**
 * What an analysis keeps per key and what it says of it: {@link #update} at every input, {@link #emit} now and then and
 * always before a checkpoint. What is emitted must depend on the inputs so far alone, because how often is a matter of pace.
 */
public interface PacedFunction<K, I, O> extends Serializable {
    /** Takes hold of the state. Called once, before everything else. */
    void open(KeyedStateStore state);

    /** Takes one input into the state of its key, which is the current one. Says whether that changed what {@link #emit} would say. */
    boolean update(K key, I input) throws Exception;

    /** Says what the state of a key amounts to, which is the current one and was updated since it was last asked. */
    void emit(K key, Consumer<O> out) throws Exception;
}
