package smarttravel.jobs.pacing;

import org.apache.flink.api.common.state.KeyedStateStore;

/** What is kept of a key's inputs, and nothing besides. */
public interface PacedFunction<K, I, O> extends PacedState<K, I, O> {
    /** Takes hold of the state. Called once, before everything else. */
    void open(KeyedStateStore state);
}
