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

    /** Whether what is kept of the key, the current one, must be forgotten before this input is taken in; never by default. */
    default boolean isOver(I input) throws Exception {
        return false;
    }

    /**
     * When to ask whether the key, the current one, may be forgotten after this input; never by default.
     *
     * @return event time, in milliseconds since 1970
     */
    default long keepUntil(I input) throws Exception {
        return Long.MAX_VALUE;
    }

    /**
     * Whether nothing of the current key is needed any more.
     *
     * @param at the moment that {@link #keepUntil} named
     * @param clock the newest event time
     */
    default boolean mayForget(long at, long clock) throws Exception {
        return false;
    }

    /** Forgets the current key; what it amounted to has been said. */
    default void forget() throws Exception {}

    /** Says what the state of a key amounts to, which is the current one and was updated since it was last asked. */
    void emit(K key, Consumer<O> out) throws Exception;
}
