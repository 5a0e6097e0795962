package smarttravel.jobs.pacing;

import java.util.Set;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import smarttravel.jobs.config.FlowTypes;

/**
 * Runs a {@link PacedFunction}: remembers which keys changed and lets the function speak for them a moment later, so
 * that a key that changes a thousand times a second is written once.
 *
 * <p>Before every checkpoint it speaks for all of them. So once a checkpoint is complete, the tables hold everything that
 * the offsets in it cover, and nothing about pending keys has to be kept in state. The moment is processing time: it
 * decides how often is written, never what.
 */
public final class PacedOperator<K, I, O> extends AbstractStreamOperator<O>
        implements OneInputStreamOperator<I, O>, BoundedOneInput, Triggerable<K, VoidNamespace> {
    private static final long serialVersionUID = 1L;

    private final PacedFunction<K, I, O> function;
    private final long longestPauseMillis;

    private transient PendingKeys<K> pending;
    private transient InternalTimerService<VoidNamespace> timers;
    private transient StreamRecord<O> reused;
    private transient int said;

    private PacedOperator(PacedFunction<K, I, O> function, long longestPauseMillis) {
        this.function = function;
        this.longestPauseMillis = longestPauseMillis;
    }

    /**
     * Applies a paced function to a keyed stream.
     *
     * @param longestPauseMillis the longest time a change waits to be said under load; under little load it is short
     */
    public static <K, I, O> SingleOutputStreamOperator<O> apply(
            KeyedStream<I, K> stream,
            String uid,
            PacedFunction<K, I, O> function,
            Class<O> type,
            long longestPauseMillis) {
        return stream.transform(uid, FlowTypes.of(type), new PacedOperator<>(function, longestPauseMillis))
                .uid(uid);
    }

    @Override
    public void open() throws Exception {
        super.open();
        pending = new PendingKeys<>(getProcessingTimeService(), longestPauseMillis, this::speakFor);
        reused = new StreamRecord<>(null);
        timers = getInternalTimerService("forgetting", VoidNamespaceSerializer.INSTANCE, this);
        function.open(getKeyedStateStore());
    }

    @Override
    public void processElement(StreamRecord<I> element) throws Exception {
        K key = currentKey();
        if (function.isOver(element.getValue())) {
            forget(key);
        }
        if (function.update(key, element.getValue())) {
            pending.add(key);
        }
        long until = function.keepUntil(element.getValue());
        if (until != Long.MAX_VALUE) {
            timers.registerEventTimeTimer(VoidNamespace.INSTANCE, until);
        }
    }

    @Override
    public void onEventTime(InternalTimer<K, VoidNamespace> timer) throws Exception {
        if (function.mayForget(timer.getTimestamp(), timers.currentWatermark())) {
            forget(timer.getKey());
        }
    }

    private void forget(K key) throws Exception {
        if (pending.remove(key)) {
            function.emit(key, this::send);
        }
        function.forget();
    }

    @Override
    public void onProcessingTime(InternalTimer<K, VoidNamespace> timer) {
        throw new IllegalStateException("no such timer is set");
    }

    private int speakFor(Set<K> keys) throws Exception {
        said = 0;
        for (K key : keys) {
            setCurrentKey(key);
            function.emit(key, this::send);
        }
        return said;
    }

    @SuppressWarnings("unchecked") // the stream is keyed by K: see apply
    private K currentKey() {
        return (K) getCurrentKey();
    }

    private void send(O word) {
        said++;
        output.collect(reused.replace(word));
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
        pending.speak();
    }

    @Override
    public void endInput() throws Exception {
        pending.speak();
    }
}
