package smarttravel.jobs.drops;

import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import smarttravel.events.PriceDrop;
import smarttravel.jobs.clickhouse.ClickHouseSink;
import smarttravel.jobs.config.FlowTypes;
import smarttravel.jobs.config.JobConfig;
import smarttravel.jobs.config.JobEnvironment;
import smarttravel.jobs.fx.DatedRate;
import smarttravel.jobs.fx.FxRatesJob;
import smarttravel.jobs.fx.KnownRates;

/**
 * Price drops to the table that people ask and the topic that subscribers hear from.
 *
 * <pre>
 * price drops ───────────────── say the currency's share ──┬──> price_drops
 * exchange rates (everywhere) ──┘                           └──> topic price-drops
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
                FxRatesJob.connect(environment, config).rates(),
                config);
        environment.execute("smart-travel price drops");
    }

    /** Wires the analysis. */
    public static void connect(DataStream<PriceDrop> found, DataStream<DatedRate> rates, JobConfig config) {
        DataStream<PriceDrop> drops = found.connect(rates.broadcast(KnownRates.STATE))
                .process(new SayFxShare())
                .returns(FlowTypes.of(PriceDrop.class))
                .uid("drop-fx-shares")
                .name("share of the currency");
        drops.sinkTo(ClickHouseSink.of(config, PriceDropsTable.INSERT, PriceDropsTable::bind))
                .uid("price-drops-table")
                .name("price_drops");
        drops.sinkTo(PriceDropsTopic.sink(config)).uid("price-drops-topic").name("topic price-drops");
    }
}
