package smarttravel.jobs.config;

import java.time.Duration;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** How every job runs: checkpoints kept, no anonymous operator, no type that falls to Kryo, restarts without end. */
public final class JobEnvironment {
    private JobEnvironment() {}

    /** An environment as the cluster gives it, set up for our jobs. */
    public static StreamExecutionEnvironment create(JobConfig config) {
        return StreamExecutionEnvironment.getExecutionEnvironment(options(config));
    }

    /** The options that every environment of ours has. */
    public static Configuration options(JobConfig config) {
        FlowTypes.prepare();
        Configuration options = new Configuration();
        options.set(CoreOptions.DEFAULT_PARALLELISM, config.parallelism());
        options.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        options.set(PipelineOptions.GENERIC_TYPES, false);
        options.set(PipelineOptions.OBJECT_REUSE, true);
        options.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, config.checkpointInterval());
        options.set(
                CheckpointingOptions.MIN_PAUSE_BETWEEN_CHECKPOINTS,
                config.checkpointInterval().dividedBy(2));
        options.set(CheckpointingOptions.CHECKPOINTING_TIMEOUT, Duration.ofMinutes(5));
        options.set(CheckpointingOptions.TOLERABLE_FAILURE_NUMBER, 10);
        options.set(
                CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
                ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
        options.set(CheckpointingOptions.MAX_RETAINED_CHECKPOINTS, 3);
        options.set(StateRecoveryOptions.SAVEPOINT_IGNORE_UNCLAIMED_STATE, false);
        options.set(RestartStrategyOptions.RESTART_STRATEGY, "exponential-delay");
        options.set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_INITIAL_BACKOFF, Duration.ofSeconds(1));
        options.set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_MAX_BACKOFF, Duration.ofSeconds(10));
        options.set(
                RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_RESET_BACKOFF_THRESHOLD,
                Duration.ofMinutes(5));
        return options;
    }
}
