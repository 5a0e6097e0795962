package smarttravel.jobs.pacing;

import java.io.Serializable;
import java.util.function.Consumer;
import org.apache.flink.api.common.state.KeyedStateStore;
import org.apache.flink.api.common.state.OperatorStateStore;

/**
 * As {@link PacedFunction}, for what also depends on something that every task hears: what was said of a key is said anew
 * when the news concern it.
 */
public interface PacedBroadcastFunction<K, I, B, O> extends Serializable {
    /** Takes hold of the state. Called once, before everything else. */
    void open(KeyedStateStore keyed, OperatorStateStore everywhere) throws Exception;

    /** The name of a state that every key has: it tells which keys there are. */
    String keyedState();

    /** As {@link PacedFunction#update}. */
    boolean update(K key, I input) throws Exception;

    /** As {@link PacedFunction#keepUntil}. */
    default long keepUntil(I input) throws Exception {
        return Long.MAX_VALUE;
    }

    /**
     * Forgets of the current key what is not needed any more; all of it was said.
     *
     * @param at the moment that {@link #keepUntil} named
     * @param clock the newest event time
     */
    default void forget(long at, long clock) throws Exception {}

    /** Remembers the news; no key is current. */
    void hear(B news) throws Exception;

    /** Whether the news since {@link #heardEverywhere} concern a key, which is the current one. */
    boolean isConcerned(K key) throws Exception;

    /** Every key was asked whether it is concerned. */
    void heardEverywhere();

    /** As {@link PacedFunction#emit}. */
    void emit(K key, Consumer<O> out) throws Exception;
}
