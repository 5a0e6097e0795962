package smarttravel.jobs.seasons;

import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import smarttravel.jobs.clickhouse.ClickHouseSink;
import smarttravel.jobs.config.FlowTypes;
import smarttravel.jobs.config.JobConfig;
import smarttravel.jobs.config.JobEnvironment;
import smarttravel.jobs.drops.JudgedObservation;
import smarttravel.jobs.drops.JudgedOffers;
import smarttravel.jobs.drops.PriceDropRule;
import smarttravel.jobs.fx.DatedRate;
import smarttravel.jobs.fx.FxRatesJob;
import smarttravel.jobs.pacing.PacedBroadcastOperator;
import smarttravel.jobs.pacing.PacedOperator;

/**
 * Seasonal levels, seasonal index and booking curve of every market.
 *
 * <pre>
 * judged observations, by offer ── tally prices ──> part of each offer, by market ── judge together ──┬─> seasonal_levels
 *                                  (paced)            exchange rates (everywhere) ──> (paced)         ├─> seasonal_index
 *                                                                                                     └─> booking_curve
 * </pre>
 */
public final class SeasonsJob {
    private SeasonsJob() {}

    /** Runs this analysis alone. */
    public static void main(String[] arguments) throws Exception {
        JobConfig config = JobConfig.fromEnvironment(System.getenv()).forJob("seasons");
        StreamExecutionEnvironment environment = JobEnvironment.create(config);
        connect(
                JudgedOffers.read(environment, config, PriceDropRule.fromEnvironment(System.getenv()))
                        .byOffer(),
                FxRatesJob.connect(environment, config).rates(),
                config);
        environment.execute("smart-travel seasons");
    }

    /** Wires the analysis. */
    public static void connect(
            KeyedStream<JudgedObservation, String> judged, DataStream<DatedRate> rates, JobConfig config) {
        DataStream<OfferSeason> parts = PacedOperator.apply(
                judged, "offer-seasons", new KeepOfferSeason(), OfferSeason.class, config.emitPauseMillis());
        SingleOutputStreamOperator<MarketSeasons> seasons = PacedBroadcastOperator.apply(
                parts.keyBy(OfferSeason::market),
                rates,
                "market-seasons",
                new KeepMarketSeasons(),
                MarketSeasons.class,
                config.emitPauseMillis());
        seasons.<SeasonalLevelsTable.Row>flatMap(
                        (all, out) -> SeasonalLevelsTable.rows(all).forEach(out::collect))
                .returns(FlowTypes.of(SeasonalLevelsTable.Row.class))
                .uid("seasonal-levels-rows")
                .sinkTo(ClickHouseSink.of(config, SeasonalLevelsTable.INSERT, SeasonalLevelsTable::bind))
                .uid("seasonal-levels-table")
                .name("seasonal_levels");
        seasons.<SeasonalIndexTable.Row>flatMap(
                        (all, out) -> SeasonalIndexTable.rows(all).forEach(out::collect))
                .returns(FlowTypes.of(SeasonalIndexTable.Row.class))
                .uid("seasonal-index-rows")
                .sinkTo(ClickHouseSink.of(config, SeasonalIndexTable.INSERT, SeasonalIndexTable::bind))
                .uid("seasonal-index-table")
                .name("seasonal_index");
        seasons.<BookingCurveTable.Row>flatMap(
                        (all, out) -> BookingCurveTable.rows(all).forEach(out::collect))
                .returns(FlowTypes.of(BookingCurveTable.Row.class))
                .uid("booking-curve-rows")
                .sinkTo(ClickHouseSink.of(config, BookingCurveTable.INSERT, BookingCurveTable::bind))
                .uid("booking-curve-table")
                .name("booking_curve");
    }
}
