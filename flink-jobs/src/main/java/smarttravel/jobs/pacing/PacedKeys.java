package smarttravel.jobs.pacing;

import java.util.Set;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Runs a {@link PacedState}: remembers which keys changed and lets it speak for them a moment later, so that a key that
 * changes a thousand times a second is written once; and lets it forget at its time.
 *
 * <p>Before every checkpoint it speaks for all of them. So once a checkpoint is complete, the tables hold everything that
 * the offsets in it cover, and nothing about pending keys has to be kept in state. The moment is processing time: it
 * decides how often is written, never what.
 */
abstract class PacedKeys<K, I, O> extends AbstractStreamOperator<O> implements Triggerable<K, VoidNamespace> {
    private static final long serialVersionUID = 1L;

    private final PacedState<K, I, O> state;
    private final long longestPauseMillis;

    private transient PendingKeys<K> pending;
    private transient InternalTimerService<VoidNamespace> timers;
    private transient StreamRecord<O> reused;
    private transient int said;

    /**
     * For one operator.
     *
     * @param longestPauseMillis the longest time a change waits to be said under load; under little load it is short
     */
    PacedKeys(PacedState<K, I, O> state, long longestPauseMillis) {
        this.state = state;
        this.longestPauseMillis = longestPauseMillis;
    }

    @Override
    public void open() throws Exception {
        super.open();
        pending = new PendingKeys<>(getProcessingTimeService(), longestPauseMillis, this::speakFor);
        reused = new StreamRecord<>(null);
        timers = getInternalTimerService("forgetting", VoidNamespaceSerializer.INSTANCE, this);
    }

    /** Takes in an input of the current key. */
    final void take(I input) throws Exception {
        K key = currentKey();
        long over = state.overAt(input);
        if (over != PacedState.NEVER) {
            say(key);
            state.forget(over);
        }
        boolean changed = state.update(key, input);
        askAt(state.keepUntil(input));
        if (changed) {
            // may speak for all that are pending, which makes others the current key
            pending.add(key);
        }
    }

    private void askAt(long moment) {
        if (moment != PacedState.NEVER) {
            timers.registerEventTimeTimer(VoidNamespace.INSTANCE, moment);
        }
    }

    /** A topic that ends says no time: nothing is forgotten then. */
    @Override
    public void onEventTime(InternalTimer<K, VoidNamespace> timer) throws Exception {
        if (timers.currentWatermark() == Long.MAX_VALUE) {
            return;
        }
        // who listens must hear what is pending before the time goes on
        say(timer.getKey());
        long at = timer.getTimestamp();
        long until = state.keptUntil(at);
        if (until <= at) {
            state.forget(at);
        } else {
            askAt(until);
        }
    }

    private void say(K key) throws Exception {
        if (pending.remove(key)) {
            state.emit(key, this::send);
        }
    }

    @Override
    public void onProcessingTime(InternalTimer<K, VoidNamespace> timer) {
        throw new IllegalStateException("no such timer is set");
    }

    private int speakFor(Set<K> keys) throws Exception {
        said = 0;
        for (K key : speaking(keys)) {
            setCurrentKey(key);
            state.emit(key, this::send);
        }
        return said;
    }

    /** The keys to speak for, where these are pending. */
    Set<K> speaking(Set<K> keys) throws Exception {
        return keys;
    }

    /** Has everything said soon. */
    final void speakSoon() {
        pending.schedule();
    }

    /** Has everything said now. */
    final void speak() throws Exception {
        pending.speak();
    }

    @SuppressWarnings("unchecked") // the stream is keyed by K: see the operators' apply
    private K currentKey() {
        return (K) getCurrentKey();
    }

    private void send(O word) {
        said++;
        output.collect(reused.replace(word));
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
        speak();
    }
}
