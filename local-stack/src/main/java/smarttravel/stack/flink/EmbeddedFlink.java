package smarttravel.stack.flink;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;
import org.apache.flink.core.execution.CheckpointType;
import org.apache.flink.runtime.checkpoint.CheckpointStatsSnapshot;
import org.apache.flink.runtime.execution.ExecutionState;
import org.apache.flink.runtime.executiongraph.AccessExecutionGraph;
import org.apache.flink.runtime.executiongraph.AccessExecutionVertex;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.jobgraph.SavepointRestoreSettings;
import org.apache.flink.runtime.jobmaster.JobResult;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import smarttravel.jobs.config.JobConfig;
import smarttravel.jobs.config.JobEnvironment;

/**
 * A Flink cluster in this JVM that runs one job and takes up the newest whole checkpoint of the run before, whether that
 * was stopped or killed.
 */
public final class EmbeddedFlink implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedFlink.class);
    private static final Duration LONGEST_STEP = Duration.ofSeconds(30);
    private static final Duration LONGEST_START = Duration.ofSeconds(60);

    private final MiniCluster cluster;
    private final JobID job;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedFlink(MiniCluster cluster, JobID job) {
        this.cluster = cluster;
        this.job = job;
    }

    /**
     * Starts a cluster and a job on it.
     *
     * @param folder where checkpoints lie; made when missing
     * @param pipeline wires the job
     */
    public static EmbeddedFlink start(
            Path folder, JobConfig config, String jobName, Consumer<StreamExecutionEnvironment> pipeline)
            throws Exception {
        Files.createDirectories(folder);
        Configuration options = JobEnvironment.options(config);
        options.set(StateBackendOptions.STATE_BACKEND, "hashmap");
        options.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
        options.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, flinkPath(folder));
        MiniCluster cluster = new MiniCluster(clusterOf(options, config.parallelism()));
        cluster.start();
        try {
            EmbeddedFlink flink = new EmbeddedFlink(cluster, submit(cluster, folder, options, jobName, pipeline));
            flink.awaitRunning();
            return flink;
        } catch (Exception e) {
            cluster.closeAsync().get();
            throw e;
        }
    }

    private static MiniClusterConfiguration clusterOf(Configuration options, int slots) {
        Configuration cluster = new Configuration(options);
        cluster.set(RestOptions.BIND_ADDRESS, "127.0.0.1");
        cluster.set(RestOptions.ADDRESS, "127.0.0.1");
        cluster.set(RestOptions.BIND_PORT, "0");
        cluster.set(JobManagerOptions.ADDRESS, "127.0.0.1");
        cluster.set(JobManagerOptions.BIND_HOST, "127.0.0.1");
        cluster.set(TaskManagerOptions.BIND_HOST, "127.0.0.1");
        cluster.set(TaskManagerOptions.HOST, "127.0.0.1");
        cluster.set(WebOptions.SUBMIT_ENABLE, false);
        cluster.set(WebOptions.CANCEL_ENABLE, false);
        cluster.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(0));
        cluster.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(64));
        cluster.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(64));
        return new MiniClusterConfiguration.Builder()
                .setConfiguration(cluster)
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(slots)
                .build();
    }

    private static JobID submit(
            MiniCluster cluster,
            Path folder,
            Configuration options,
            String jobName,
            Consumer<StreamExecutionEnvironment> pipeline)
            throws IOException, ExecutionException, InterruptedException {
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment(options);
        pipeline.accept(environment);
        JobGraph graph = environment.getStreamGraph().getJobGraph();
        CheckpointFolder checkpoints = new CheckpointFolder(folder);
        Optional<Path> last = checkpoints.newestWhole();
        if (last.isPresent()) {
            checkpoints.clearAllBut(last.get());
            graph.setSavepointRestoreSettings(SavepointRestoreSettings.forPath(flinkPath(last.get()), false));
        }
        LOG.atInfo()
                .addKeyValue("job", jobName)
                .log(
                        "Job starts from {}",
                        last.isPresent() ? "checkpoint " + last.get().getFileName() : "the beginning");
        return cluster.submitJob(graph).get().getJobID();
    }

    /** A folder as Flink's options name it: its text form is not a URI, so a space in it must stay one. */
    private static String flinkPath(Path folder) {
        return new org.apache.flink.core.fs.Path(folder.toUri()).toString();
    }

    /** Waits until all tasks run, or the first of them have failed often enough to say so. */
    private void awaitRunning() throws InterruptedException {
        long deadline = System.nanoTime() + LONGEST_START.toNanos();
        Optional<String> trouble = trouble();
        while (trouble.isPresent() && System.nanoTime() < deadline) {
            Thread.sleep(50);
            trouble = trouble();
        }
        trouble.ifPresent(what -> LOG.warn("The job does not run yet: {}; it is tried again and again", what));
    }

    /**
     * Waits until the job has ended by itself.
     *
     * @throws ExecutionException when it failed
     */
    public void awaitEnd() throws InterruptedException, ExecutionException {
        JobResult result = cluster.requestJobResult(job).get();
        if (result.getSerializedThrowable().isPresent()) {
            throw new ExecutionException(result.getSerializedThrowable().get());
        }
    }

    /** Bytes of the largest checkpoint so far, 0 before the first. */
    public long largestCheckpoint() throws InterruptedException, ExecutionException {
        CheckpointStatsSnapshot checkpoints =
                cluster.getExecutionGraph(job).get().getCheckpointStatsSnapshot();
        return checkpoints == null
                ? 0
                : checkpoints.getSummaryStats().getStateSizeStats().getMaximum();
    }

    /** What is wrong with the job, empty when all its tasks run. */
    public Optional<String> trouble() {
        try {
            AccessExecutionGraph graph = cluster.getExecutionGraph(job).get(5, TimeUnit.SECONDS);
            if (graph.getState() != JobStatus.RUNNING) {
                return Optional.of("the job is " + graph.getState());
            }
            for (AccessExecutionVertex task : graph.getAllExecutionVertices()) {
                if (task.getExecutionState() != ExecutionState.RUNNING) {
                    return Optional.of(
                            "task " + task.getTaskNameWithSubtaskIndex() + " is " + task.getExecutionState());
                }
            }
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        } catch (ExecutionException | TimeoutException e) {
            return Optional.of("the cluster does not answer");
        }
    }

    /** Saves a last checkpoint, so that the next start has nothing to do again, and stops. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        try {
            if (trouble().isEmpty()) {
                await(cluster.triggerCheckpoint(job, CheckpointType.FULL));
            }
            if (!cluster.getJobStatus(job)
                    .get(LONGEST_STEP.toSeconds(), TimeUnit.SECONDS)
                    .isGloballyTerminalState()) {
                await(cluster.cancelJob(job));
                await(cluster.requestJobResult(job));
            }
            await(cluster.closeAsync());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("The job did not end in order; the next start goes on from its last checkpoint", e);
            var unused = cluster.closeAsync();
        }
    }

    private static void await(Future<?> step) throws InterruptedException, ExecutionException, TimeoutException {
        step.get(LONGEST_STEP.toSeconds(), TimeUnit.SECONDS);
    }
}
