package smarttravel.jobs.patterns;

import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import smarttravel.jobs.clickhouse.ClickHouseSink;
import smarttravel.jobs.config.FlowTypes;
import smarttravel.jobs.config.JobConfig;
import smarttravel.jobs.config.JobEnvironment;
import smarttravel.jobs.drops.JudgedObservation;
import smarttravel.jobs.drops.JudgedOffers;
import smarttravel.jobs.drops.PriceDropRule;

/**
 * What offers' prices were seen doing.
 *
 * <pre>
 * judged observations, by offer ── find patterns ──> price_patterns
 * </pre>
 */
public final class PatternsJob {
    private PatternsJob() {}

    /** Runs this analysis alone. */
    public static void main(String[] arguments) throws Exception {
        JobConfig config = JobConfig.fromEnvironment(System.getenv()).forJob("patterns");
        StreamExecutionEnvironment environment = JobEnvironment.create(config);
        connect(
                JudgedOffers.read(environment, config, PriceDropRule.fromEnvironment(System.getenv()))
                        .byOffer(),
                config);
        environment.execute("smart-travel patterns");
    }

    /** Wires the analysis. */
    public static void connect(KeyedStream<JudgedObservation, String> judged, JobConfig config) {
        judged.process(new FindPatterns(PatternRule.DEFAULT), FlowTypes.of(PricePattern.class))
                .uid("find-patterns")
                .name("find patterns")
                .sinkTo(ClickHouseSink.of(config, PatternsTable.INSERT, PatternsTable::bind))
                .uid("price-patterns-table")
                .name("price_patterns");
    }
}
