package smarttravel.jobs.comparables;

import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import smarttravel.jobs.clickhouse.ClickHouseSink;
import smarttravel.jobs.config.FlowTypes;
import smarttravel.jobs.config.JobConfig;
import smarttravel.jobs.config.JobEnvironment;
import smarttravel.jobs.drops.JudgedObservation;
import smarttravel.jobs.drops.JudgedOffers;
import smarttravel.jobs.drops.PriceDropRule;
import smarttravel.jobs.pacing.PacedOperator;

/**
 * The same holiday at several providers, and how each offer stands among them.
 *
 * <pre>
 * judged observations ── what counts of the offer, by holiday ── match hotels, compare ──> comparable_offers
 *                                                                (paced)
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
                config);
        environment.execute("smart-travel comparables");
    }

    /** Wires the analysis; the standings go on, still by holiday. */
    public static DataStream<Standing> connect(DataStream<JudgedObservation> judged, JobConfig config) {
        DataStream<HolidayOffer> offers = judged.filter(HolidayOffer::isSaidBy)
                .uid("says-how-the-offer-stands")
                .name("on time")
                .map(HolidayOffer::of)
                .returns(FlowTypes.of(HolidayOffer.class))
                .uid("holiday-offers")
                .name("offer of a holiday");
        DataStream<Standing> standings = PacedOperator.apply(
                offers.keyBy(HolidayOffer::holiday),
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
}
