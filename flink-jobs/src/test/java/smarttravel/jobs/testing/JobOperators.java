package smarttravel.jobs.testing;

import java.time.Duration;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.apache.flink.streaming.api.operators.StreamOperatorFactory;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import smarttravel.jobs.AllJobs;
import smarttravel.jobs.config.ClickHouseAddress;
import smarttravel.jobs.config.JobConfig;
import smarttravel.jobs.config.JobEnvironment;
import smarttravel.jobs.drops.PriceDropRule;

/** The operators of the real job graph, taken out one by one to be tried under the project's own options. */
public final class JobOperators {
    /** Addresses at which nobody listens: a graph is built without asking anybody. */
    public static final JobConfig NOWHERE = new JobConfig(
            "127.0.0.1:9",
            JobConfig.GROUP,
            new ClickHouseAddress("jdbc:clickhouse://127.0.0.1:9/travel", "default", "not-in-any-log"),
            Duration.ofSeconds(10),
            5_000,
            2,
            JobConfig.Until.STOPPED);

    private JobOperators() {}

    /** The keyed operator of all jobs with this uid, ready to be given state or opened. */
    public static <I, O> KeyedOneInputStreamOperatorTestHarness<String, I, O> keyed(String uid) throws Exception {
        StreamExecutionEnvironment environment = JobEnvironment.create(NOWHERE);
        AllJobs.connect(environment, NOWHERE, PriceDropRule.DEFAULT);
        return keyed(environment, uid);
    }

    /** The same from any graph. */
    @SuppressWarnings("unchecked") // a graph's nodes have forgotten their types
    public static <I, O> KeyedOneInputStreamOperatorTestHarness<String, I, O> keyed(
            StreamExecutionEnvironment environment, String uid) throws Exception {
        StreamNode node = environment.getStreamGraph().getStreamNodes().stream()
                .filter(candidate -> uid.equals(candidate.getTransformationUID()))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("no operator has the uid " + uid));
        var harness = new KeyedOneInputStreamOperatorTestHarness<String, I, O>(
                (StreamOperatorFactory<O>) node.getOperatorFactory(),
                (KeySelector<I, String>) node.getStatePartitioners()[0],
                Types.STRING);
        harness.getExecutionConfig().configure(JobEnvironment.options(NOWHERE), JobOperators.class.getClassLoader());
        return harness;
    }
}
