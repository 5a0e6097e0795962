package smarttravel.jobs.drops;

import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import smarttravel.events.PriceDrop;
import smarttravel.jobs.clickhouse.ClickHouseSink;
import smarttravel.jobs.config.JobConfig;
import smarttravel.jobs.config.JobEnvironment;

/**
 * Price drops to the table that people ask and the topic that subscribers hear from.
 *
 * <pre>
 * price drops ──┬──> price_drops
 *               └──> topic price-drops
 * </pre>
 */
public final class PriceDropsJob {
    private PriceDropsJob() {}

    /** Runs this analysis alone. */
    public static void main(String[] arguments) throws Exception {
        JobConfig config = JobConfig.fromEnvironment(System.getenv()).forJob("drops");
        StreamExecutionEnvironment environment = JobEnvironment.create(config);
        connect(
                JudgedOffers.read(environment, config, PriceDropRule.fromEnvironment(System.getenv()))
                        .drops(),
                config);
        environment.execute("smart-travel price drops");
    }

    /** Wires the analysis. */
    public static void connect(DataStream<PriceDrop> drops, JobConfig config) {
        drops.sinkTo(ClickHouseSink.of(config, PriceDropsTable.INSERT, PriceDropsTable::bind))
                .uid("price-drops-table")
                .name("price_drops");
        drops.sinkTo(PriceDropsTopic.sink(config)).uid("price-drops-topic").name("topic price-drops");
    }
}
