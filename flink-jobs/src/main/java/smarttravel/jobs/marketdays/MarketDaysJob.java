package smarttravel.jobs.marketdays;

import java.time.Duration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;
import smarttravel.jobs.JobConfig;
import smarttravel.jobs.JobEnvironment;
import smarttravel.jobs.JudgedOffers;
import smarttravel.jobs.clickhouse.ClickHouseSink;
import smarttravel.jobs.drops.JudgedObservation;
import smarttravel.jobs.money.UnitPrice;
import smarttravel.jobs.pacing.PacedOperator;

/**
 * What every market cost on every day it was observed.
 *
 * <pre>
 * judged observations ── priced in USD, on time ──> by market and day ── judge together ──> market_day_prices
 *                                                                        (paced)
 * </pre>
 */
public final class MarketDaysJob {
    private MarketDaysJob() {}

    /** Runs this analysis alone. */
    public static void main(String[] arguments) throws Exception {
        JobConfig config = JobConfig.fromEnvironment(System.getenv()).forJob("market-days");
        StreamExecutionEnvironment environment = JobEnvironment.create(config);
        connect(JudgedOffers.read(environment, config).judged(), config);
        environment.execute("smart-travel market days");
    }

    /** Wires the analysis. */
    public static void connect(DataStream<JudgedObservation> judged, JobConfig config) {
        DataStream<SeenToday> seen = judged.flatMap(MarketDaysJob::seenToday)
                .returns(SeenToday.class)
                .uid("seen-today")
                .name("seen today");
        PacedOperator.apply(
                        seen.keyBy(SeenToday::marketDay),
                        "market-days",
                        new KeepMarketDay(),
                        MarketDay.class,
                        config.emitPauseMillis())
                .sinkTo(ClickHouseSink.of(config, MarketDaysTable.INSERT, MarketDaysTable::bind))
                .uid("market-days-table")
                .name("market_days");
    }

    private static void seenToday(JudgedObservation judged, Collector<SeenToday> out) {
        double unitUsd = judged.ordered().isPriced() ? UnitPrice.usd(judged.seen()) : UnitPrice.UNKNOWN;
        if (!Double.isNaN(unitUsd)) {
            long day = Math.floorDiv(
                    judged.seen().observedAt().toEpochMilli(),
                    Duration.ofDays(1).toMillis());
            out.collect(new SeenToday(judged.ordered().market(), day, judged.key(), unitUsd, judged.dropped()));
        }
    }
}
