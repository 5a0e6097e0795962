package smarttravel.jobs.pacing;

import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import smarttravel.jobs.config.FlowTypes;

/** Runs a {@link PacedFunction} at its pace, see {@link PacedKeys}. */
public final class PacedOperator<K, I, O> extends PacedKeys<K, I, O>
        implements OneInputStreamOperator<I, O>, BoundedOneInput {
    private static final long serialVersionUID = 1L;

    private final PacedFunction<K, I, O> function;

    private PacedOperator(PacedFunction<K, I, O> function, long longestPauseMillis) {
        super(function, longestPauseMillis);
        this.function = function;
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
        function.open(getKeyedStateStore());
    }

    @Override
    public void processElement(StreamRecord<I> element) throws Exception {
        take(element.getValue());
    }

    @Override
    public void endInput() throws Exception {
        speak();
    }
}
