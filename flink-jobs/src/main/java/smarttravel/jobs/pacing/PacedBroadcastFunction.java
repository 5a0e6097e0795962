package smarttravel.jobs.pacing;

import org.apache.flink.api.common.state.KeyedStateStore;
import org.apache.flink.api.common.state.OperatorStateStore;

/**
 * As {@link PacedFunction}, for what also depends on something that every task hears: what was said of a key is said anew
 * when the news concern it.
 */
public interface PacedBroadcastFunction<K, I, B, O> extends PacedState<K, I, O> {
    /** Takes hold of the state. Called once, before everything else. */
    void open(KeyedStateStore keyed, OperatorStateStore everywhere) throws Exception;

    /** The name of a state that every key has: it tells which keys there are. */
    String keyedState();

    /** Remembers the news; no key is current. */
    void hear(B news) throws Exception;

    /** Whether the news since {@link #heardEverywhere} concern a key, which is the current one. */
    boolean isConcerned(K key) throws Exception;

    /** Every key was asked whether it is concerned. */
    void heardEverywhere();
}
