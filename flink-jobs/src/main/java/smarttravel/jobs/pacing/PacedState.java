package smarttravel.jobs.pacing;

import java.io.Serializable;
import java.util.function.Consumer;

/**
 * What an analysis keeps per key and what it says of it: {@link #update} at every input, {@link #emit} now and then and
 * always before a checkpoint. What is emitted must depend on the inputs so far alone, because how often is a matter of pace.
 *
 * <p>Moments are event time, in milliseconds since 1970.
 */
public interface PacedState<K, I, O> extends Serializable {
    /** The moment that does not come. */
    long NEVER = Long.MAX_VALUE;

    /** Takes one input into the state of its key, which is the current one. Says whether that changed what {@link #emit} would say. */
    boolean update(K key, I input) throws Exception;

    /**
     * The moment of this input when something of the key, the current one, must be forgotten before the input is taken in.
     * So what is known depends on the topic alone, and not on how soon memory was freed.
     *
     * @return {@link #NEVER}, as by default, when nothing must be forgotten
     */
    default long overAt(I input) throws Exception {
        return NEVER;
    }

    /** When to ask {@link #keptUntil} after this input, of which the key is the current one; never by default. */
    default long keepUntil(I input) throws Exception {
        return NEVER;
    }

    /**
     * Until when everything of the current key is kept.
     *
     * @param at the moment at which it was to be asked
     * @return at most {@code at} to forget now; a later moment to be asked again then
     */
    default long keptUntil(long at) throws Exception {
        return NEVER;
    }

    /**
     * Forgets of the current key what is not needed any more; what it amounted to has been said.
     *
     * @param at what {@link #overAt} said, or the moment at which {@link #keptUntil} was asked
     */
    default void forget(long at) throws Exception {}

    /** Says what the state of a key amounts to, which is the current one and was updated since it was last asked. */
    void emit(K key, Consumer<O> out) throws Exception;
}
