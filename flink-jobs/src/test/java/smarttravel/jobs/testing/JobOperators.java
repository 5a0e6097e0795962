package smarttravel.jobs.testing;

import java.time.Duration;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.apache.flink.streaming.api.operators.SimpleOperatorFactory;
import org.apache.flink.streaming.api.operators.StreamOperatorFactory;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
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

    /** As {@link #keyed(String)}, for an operator that is also told what every task hears. */
    @SuppressWarnings("unchecked") // a graph's nodes have forgotten their types
    public static <I, B, O> KeyedTwoInputStreamOperatorTestHarness<String, I, B, O> keyedAndTold(String uid)
            throws Exception {
        StreamExecutionEnvironment environment = JobEnvironment.create(NOWHERE);
        AllJobs.connect(environment, NOWHERE, PriceDropRule.DEFAULT);
        StreamNode node = node(environment, uid);
        var operator =
                (TwoInputStreamOperator<I, B, O>) ((SimpleOperatorFactory<O>) node.getOperatorFactory()).getOperator();
        var harness = new KeyedTwoInputStreamOperatorTestHarness<String, I, B, O>(
                operator, (KeySelector<I, String>) node.getStatePartitioners()[0], null, Types.STRING);
        harness.getExecutionConfig().configure(JobEnvironment.options(NOWHERE), JobOperators.class.getClassLoader());
        return harness;
    }

    private static StreamNode node(StreamExecutionEnvironment environment, String uid) {
        return environment.getStreamGraph().getStreamNodes().stream()
                .filter(candidate -> uid.equals(candidate.getTransformationUID()))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("no operator has the uid " + uid));
    }

    /** The same from any graph. */
    @SuppressWarnings("unchecked") // a graph's nodes have forgotten their types
    public static <I, O> KeyedOneInputStreamOperatorTestHarness<String, I, O> keyed(
            StreamExecutionEnvironment environment, String uid) throws Exception {
        StreamNode node = node(environment, uid);
        var harness = new KeyedOneInputStreamOperatorTestHarness<String, I, O>(
                (StreamOperatorFactory<O>) node.getOperatorFactory(),
                (KeySelector<I, String>) node.getStatePartitioners()[0],
                Types.STRING);
        harness.getExecutionConfig().configure(JobEnvironment.options(NOWHERE), JobOperators.class.getClassLoader());
        return harness;
    }
}
