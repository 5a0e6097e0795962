package smarttravel.jobs.marketdays;

import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import smarttravel.jobs.clickhouse.ClickHouseSink;
import smarttravel.jobs.config.FlowTypes;
import smarttravel.jobs.config.JobConfig;
import smarttravel.jobs.config.JobEnvironment;
import smarttravel.jobs.drops.JudgedObservation;
import smarttravel.jobs.drops.JudgedOffers;
import smarttravel.jobs.drops.PriceDropRule;

/**
 * What every market cost on every day it was observed.
 *
 * <pre>
 * judged observations ── what the offer cost that day ──> market_offer_days ── (view) ──> market_days
 * </pre>
 *
 * The offers of a day come from many partitions and sometimes months late, when a provider's history is loaded. So the
 * job only sorts prices by market and day, and the day is summed up by a view when it is asked for: nothing has to be
 * waited for and no state grows.
 */
public final class MarketDaysJob {
    private MarketDaysJob() {}

    /** Runs this analysis alone. */
    public static void main(String[] arguments) throws Exception {
        JobConfig config = JobConfig.fromEnvironment(System.getenv()).forJob("market-days");
        StreamExecutionEnvironment environment = JobEnvironment.create(config);
        connect(
                JudgedOffers.read(environment, config, PriceDropRule.fromEnvironment(System.getenv()))
                        .judged(),
                config);
        environment.execute("smart-travel market days");
    }

    /** Wires the analysis. */
    public static void connect(DataStream<JudgedObservation> judged, JobConfig config) {
        judged.filter(OfferDay::isSaidBy)
                .uid("says-what-the-offer-costs")
                .name("priced")
                .map(OfferDay::of)
                .returns(FlowTypes.of(OfferDay.class))
                .uid("offer-days")
                .name("offer's day")
                .sinkTo(ClickHouseSink.of(config, OfferDaysTable.INSERT, OfferDaysTable::bind))
                .uid("market-offer-days-table")
                .name("market_offer_days");
    }
}
