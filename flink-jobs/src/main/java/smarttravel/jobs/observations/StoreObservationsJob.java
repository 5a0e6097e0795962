package smarttravel.jobs.observations;

import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import smarttravel.jobs.clickhouse.ClickHouseSink;
import smarttravel.jobs.config.JobConfig;
import smarttravel.jobs.config.JobEnvironment;
import smarttravel.jobs.drops.JudgedObservation;
import smarttravel.jobs.drops.JudgedOffers;
import smarttravel.jobs.drops.PriceDropRule;
import smarttravel.jobs.pacing.PacedOperator;

/**
 * Every observation, and the latest state of every offer.
 *
 * <pre>
 * judged observations, by offer ──┬──────────────────────────> price_observations
 *                                 └── keep latest (paced) ──> offers
 * </pre>
 */
public final class StoreObservationsJob {
    private StoreObservationsJob() {}

    /** Runs this job alone. */
    public static void main(String[] arguments) throws Exception {
        JobConfig config = JobConfig.fromEnvironment(System.getenv()).forJob("observations");
        StreamExecutionEnvironment environment = JobEnvironment.create(config);
        connect(
                JudgedOffers.read(environment, config, PriceDropRule.fromEnvironment(System.getenv()))
                        .byOffer(),
                config);
        environment.execute("smart-travel observations");
    }

    /** Wires the job. */
    public static void connect(KeyedStream<JudgedObservation, String> judged, JobConfig config) {
        judged.sinkTo(ClickHouseSink.of(config, ObservationsTable.INSERT, ObservationsTable::bind))
                .uid("price-observations-table")
                .name("price_observations");
        DataStream<LatestOffer> latest = PacedOperator.apply(
                judged, "latest-offers", new KeepLatestOffer(), LatestOffer.class, config.emitPauseMillis());
        latest.sinkTo(ClickHouseSink.of(config, OffersTable.INSERT, OffersTable::bind))
                .uid("offers-table")
                .name("offers");
    }
}
