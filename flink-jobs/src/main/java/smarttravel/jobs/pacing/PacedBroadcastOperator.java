package smarttravel.jobs.pacing;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedMultiInput;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import smarttravel.jobs.config.FlowTypes;

/** Runs a {@link PacedBroadcastFunction} at the pace of {@link PacedOperator}. */
public final class PacedBroadcastOperator<K, I, B, O> extends AbstractStreamOperator<O>
        implements TwoInputStreamOperator<I, B, O>, BoundedMultiInput, Triggerable<K, VoidNamespace> {
    private static final long serialVersionUID = 1L;

    private final PacedBroadcastFunction<K, I, B, O> function;
    private final long longestPauseMillis;
    private transient PendingKeys<K> pending;
    private transient InternalTimerService<VoidNamespace> timers;
    private transient StreamRecord<O> reused;
    private transient int said;
    private transient boolean hasNews;

    private PacedBroadcastOperator(PacedBroadcastFunction<K, I, B, O> function, long longestPauseMillis) {
        this.function = function;
        this.longestPauseMillis = longestPauseMillis;
    }

    /**
     * Applies a paced function to a keyed stream and to what every task hears.
     *
     * @param longestPauseMillis as for {@link PacedOperator#apply}
     */
    public static <K, I, B, O> SingleOutputStreamOperator<O> apply(
            KeyedStream<I, K> stream,
            DataStream<B> news,
            String uid,
            PacedBroadcastFunction<K, I, B, O> function,
            Class<O> type,
            long longestPauseMillis) {
        return stream.connect(news.broadcast())
                .transform(uid, FlowTypes.of(type), new PacedBroadcastOperator<>(function, longestPauseMillis))
                .uid(uid);
    }

    @Override
    public void open() throws Exception {
        super.open();
        pending = new PendingKeys<>(getProcessingTimeService(), longestPauseMillis, this::speakFor);
        reused = new StreamRecord<>(null);
        timers = getInternalTimerService("forgetting", VoidNamespaceSerializer.INSTANCE, this);
        function.open(getKeyedStateStore(), getOperatorStateBackend());
    }

    @Override
    public void processElement1(StreamRecord<I> element) throws Exception {
        K key = currentKey();
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
        if (pending.remove(timer.getKey())) {
            function.emit(timer.getKey(), this::send);
        }
        function.forget(timer.getTimestamp(), timers.currentWatermark());
    }

    @Override
    public void onProcessingTime(InternalTimer<K, VoidNamespace> timer) {
        throw new IllegalStateException("no such timer is set");
    }

    @Override
    public void processElement2(StreamRecord<B> element) throws Exception {
        function.hear(element.getValue());
        hasNews = true;
        pending.schedule();
    }

    private int speakFor(Set<K> keys) throws Exception {
        said = 0;
        Set<K> speaking = new LinkedHashSet<>(keys);
        if (hasNews) {
            speaking.addAll(concerned());
        }
        for (K key : speaking) {
            setCurrentKey(key);
            function.emit(key, this::send);
        }
        return said;
    }

    private Set<K> concerned() throws Exception {
        Set<K> concerned = new LinkedHashSet<>();
        List<K> all;
        try (Stream<K> keys = this.<K>getKeyedStateBackend().getKeys(function.keyedState(), VoidNamespace.INSTANCE)) {
            all = keys.toList();
        }
        for (K key : all) {
            setCurrentKey(key);
            if (function.isConcerned(key)) {
                concerned.add(key);
            }
        }
        function.heardEverywhere();
        hasNews = false;
        return concerned;
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
    public void endInput(int input) throws Exception {
        pending.speak();
    }
}
