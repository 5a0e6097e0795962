package smarttravel.jobs.comparables;

import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import smarttravel.jobs.clickhouse.ClickHouseSink;
import smarttravel.jobs.config.FlowTypes;
import smarttravel.jobs.config.JobConfig;
import smarttravel.jobs.config.JobEnvironment;
import smarttravel.jobs.decisions.HeardDecision;
import smarttravel.jobs.decisions.MatchDecisionsJob;
import smarttravel.jobs.drops.JudgedObservation;
import smarttravel.jobs.drops.JudgedOffers;
import smarttravel.jobs.drops.PriceDropRule;
import smarttravel.jobs.fx.DatedRate;
import smarttravel.jobs.fx.FxRatesJob;
import smarttravel.jobs.pacing.PacedBroadcastOperator;

/**
 * The same holiday at several providers, and how each offer stands among them.
 *
 * <pre>
 * judged observations ── what counts of the offer, by holiday ──┐
 * exchange rates, analysts' decisions (everywhere) ─────────────┴─ match hotels, compare ──> comparable_offers
 *                                                                  (paced)
 * </pre>
 *
 * One holiday's departures are kept together, because offers within a day of one another are compared and every one of them
 * has neighbours of its own.
 */
public final class ComparablesJob {
    private ComparablesJob() {}

    /** Runs this analysis alone. */
    public static void main(String[] arguments) throws Exception {
        JobConfig config = JobConfig.fromEnvironment(System.getenv()).forJob("comparables");
        StreamExecutionEnvironment environment = JobEnvironment.create(config);
        connect(
                JudgedOffers.read(environment, config, PriceDropRule.fromEnvironment(System.getenv()))
                        .judged(),
                FxRatesJob.connect(environment, config).rates(),
                MatchDecisionsJob.connect(environment, config).decisions(),
                config);
        environment.execute("smart-travel comparables");
    }

    /** Wires the analysis; the standings go on, still by holiday. */
    public static DataStream<Standing> connect(
            DataStream<JudgedObservation> judged,
            DataStream<DatedRate> rates,
            DataStream<HeardDecision> decisions,
            JobConfig config) {
        DataStream<HolidayOffer> offers = judged.filter(HolidayOffer::isSaidBy)
                .uid("says-how-the-offer-stands")
                .name("on time")
                .map(HolidayOffer::of)
                .returns(FlowTypes.of(HolidayOffer.class))
                .uid("holiday-offers")
                .name("offer of a holiday");
        DataStream<Standing> standings = PacedBroadcastOperator.apply(
                offers.keyBy(HolidayOffer::holiday),
                news(rates, decisions),
                "comparable-offers",
                new KeepComparables(),
                Standing.class,
                config.emitPauseMillis());
        standings
                .sinkTo(ClickHouseSink.of(config, ComparableOffersTable.INSERT, ComparableOffersTable::bind))
                .uid("comparable-offers-table")
                .name("comparable_offers");
        return standings;
    }

    private static DataStream<ComparablesNews> news(DataStream<DatedRate> rates, DataStream<HeardDecision> decisions) {
        return rates.map((MapFunction<DatedRate, ComparablesNews>) ComparablesNews::of)
                .returns(FlowTypes.of(ComparablesNews.class))
                .uid("rates-for-comparables")
                .name("rates as news")
                .union(decisions
                        .map((MapFunction<HeardDecision, ComparablesNews>) ComparablesNews::of)
                        .returns(FlowTypes.of(ComparablesNews.class))
                        .uid("decisions-for-comparables")
                        .name("decisions as news"));
    }
}
