package smarttravel.jobs.pacing;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedMultiInput;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import smarttravel.jobs.config.FlowTypes;

/** Runs a {@link PacedBroadcastFunction} at the pace of {@link PacedOperator}. */
public final class PacedBroadcastOperator<K, I, B, O> extends PacedKeys<K, I, O>
        implements TwoInputStreamOperator<I, B, O>, BoundedMultiInput {
    private static final long serialVersionUID = 1L;

    private final PacedBroadcastFunction<K, I, B, O> function;
    private transient boolean hasNews;

    private PacedBroadcastOperator(PacedBroadcastFunction<K, I, B, O> function, long longestPauseMillis) {
        super(function, longestPauseMillis);
        this.function = function;
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
        function.open(getKeyedStateStore(), getOperatorStateBackend());
    }

    @Override
    public void processElement1(StreamRecord<I> element) throws Exception {
        take(element.getValue());
    }

    @Override
    public void processElement2(StreamRecord<B> element) throws Exception {
        function.hear(element.getValue());
        hasNews = true;
        speakSoon();
    }

    @Override
    Set<K> speaking(Set<K> keys) throws Exception {
        if (!hasNews) {
            return keys;
        }
        Set<K> speaking = new LinkedHashSet<>(keys);
        speaking.addAll(concerned());
        return speaking;
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

    @Override
    public void endInput(int input) throws Exception {
        speak();
    }
}
