package smarttravel.jobs.pacing;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.streaming.api.datastream.BroadcastConnectedStream;
import org.apache.flink.streaming.api.datastream.BroadcastStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedMultiInput;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import smarttravel.jobs.config.FlowTypes;

/** Runs a {@link PacedBroadcastFunction} at the pace of {@link PacedOperator}. */
public final class PacedBroadcastOperator<K, I, B, O> extends AbstractStreamOperator<O>
        implements TwoInputStreamOperator<I, B, O>, BoundedMultiInput {
    private static final long serialVersionUID = 1L;

    private final PacedBroadcastFunction<K, I, B, O> function;
    private final long longestPauseMillis;
    private transient PendingKeys<K> pending;
    private transient StreamRecord<O> reused;
    private transient boolean hasNews;

    private PacedBroadcastOperator(PacedBroadcastFunction<K, I, B, O> function, long longestPauseMillis) {
        this.function = function;
        this.longestPauseMillis = longestPauseMillis;
    }
}
