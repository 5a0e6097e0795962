package smarttravel.jobs.source;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.state.CheckpointListener;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes known how far a topic has been read, as the position of the job's consumer group, as soon as a checkpoint is
 * complete: by then the tables hold everything up to it.
 *
 * <p>Flink's Kafka source can do the same, but tells it only when its next poll returns, up to ten seconds later.
 *
 * @param <T> records of one topic; they pass unchanged
 */
public final class ReportPosition<T extends FromTopic> extends RichMapFunction<T, T>
        implements CheckpointedFunction, CheckpointListener {
    private static final Logger LOG = LoggerFactory.getLogger(ReportPosition.class);
    private static final long serialVersionUID = 1L;

    private final String kafka;
    private final String group;
    private final String topic;

    private final HashMap<Integer, Long> next = new HashMap<>();
    private final TreeMap<Long, HashMap<Integer, Long>> byCheckpoint = new TreeMap<>();

    private transient @Nullable ListState<Tuple2<Integer, Long>> saved;
    private transient @Nullable Admin admin;

    /**
     * For one topic.
     *
     * @param kafka bootstrap servers
     * @param group whose position it is
     */
    public ReportPosition(String kafka, String group, String topic) {
        this.kafka = kafka;
        this.group = group;
        this.topic = topic;
    }

    /** The positions of a restored checkpoint are told at once: whoever completed it may have died before telling. */
    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        ListState<Tuple2<Integer, Long>> positions = context.getOperatorStateStore()
                .getUnionListState(new ListStateDescriptor<>("positions", Types.TUPLE(Types.INT, Types.LONG)));
        saved = positions;
        if (context.isRestored() && getRuntimeContext().getTaskInfo().getIndexOfThisSubtask() == 0) {
            Map<Integer, Long> restored = new HashMap<>();
            for (Tuple2<Integer, Long> position : positions.get()) {
                restored.merge(position.f0, position.f1, Math::max);
            }
            tell(restored);
        }
    }

    @Override
    public T map(T record) {
        next.put(record.partition(), record.offset() + 1);
        return record;
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        byCheckpoint.put(context.getCheckpointId(), new HashMap<>(next));
        ListState<Tuple2<Integer, Long>> positions = requireNonNull(saved);
        positions.clear();
        for (Map.Entry<Integer, Long> position : next.entrySet()) {
            positions.add(Tuple2.of(position.getKey(), position.getValue()));
        }
    }

    @Override
    public void notifyCheckpointComplete(long checkpoint) {
        Map<Integer, Long> complete = byCheckpoint.get(checkpoint);
        if (complete != null) {
            tell(complete);
        }
        byCheckpoint.headMap(checkpoint, true).clear();
    }

    private void tell(Map<Integer, Long> positions) {
        if (positions.isEmpty()) {
            return;
        }
        var unused = admin().alterConsumerGroupOffsets(
                        group,
                        positions.entrySet().stream()
                                .collect(Collectors.toMap(
                                        position -> new TopicPartition(topic, position.getKey()),
                                        position -> new OffsetAndMetadata(position.getValue()))))
                .all()
                .whenComplete((done, failure) -> {
                    if (failure != null) {
                        LOG.warn(
                                "the position on {} could not be told; the next checkpoint or start tells it: {}",
                                topic,
                                failure.toString());
                    }
                });
    }

    private Admin admin() {
        Admin open = admin;
        if (open == null) {
            open = Admin.create(Map.of("bootstrap.servers", kafka));
            admin = open;
        }
        return open;
    }

    @Override
    public void close() {
        Admin open = admin;
        if (open != null) {
            open.close();
            admin = null;
        }
    }
}
