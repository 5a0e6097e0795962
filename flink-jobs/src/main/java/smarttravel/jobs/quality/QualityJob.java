package smarttravel.jobs.quality;

import java.util.Objects;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamUtils;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import smarttravel.jobs.clickhouse.ClickHouseSink;
import smarttravel.jobs.comparables.ComparablesJob;
import smarttravel.jobs.comparables.Standing;
import smarttravel.jobs.config.FlowTypes;
import smarttravel.jobs.config.JobConfig;
import smarttravel.jobs.config.JobEnvironment;
import smarttravel.jobs.decisions.MatchDecisionsJob;
import smarttravel.jobs.drops.JudgedOffers;
import smarttravel.jobs.drops.PriceDropRule;
import smarttravel.jobs.fx.FxRatesJob;
import smarttravel.jobs.pacing.PacedOperator;

/**
 * How good providers' data are on each day, and what of an offer's score is its own.
 *
 * <pre>
 * judged observations ── by share of a provider ── keep offers (paced) ──┬──> offer_quality
 *                                                                        │
 * standings, by holiday ── keep ranks (paced) ───────────────────────────┼── by provider ── sum up (paced) ──> provider_quality
 * refused records ───────────────────────────────────────────────────────┘
 * </pre>
 */
public final class QualityJob {
    private QualityJob() {}

    /** Runs this analysis, and the comparing of offers that it builds on, alone. */
    public static void main(String[] arguments) throws Exception {
        JobConfig config = JobConfig.fromEnvironment(System.getenv()).forJob("quality");
        StreamExecutionEnvironment environment = JobEnvironment.create(config);
        JudgedOffers offers = JudgedOffers.read(environment, config, PriceDropRule.fromEnvironment(System.getenv()));
        connect(
                offers,
                ComparablesJob.connect(
                        offers.judged(),
                        FxRatesJob.connect(environment, config).rates(),
                        MatchDecisionsJob.connect(environment, config).decisions(),
                        config),
                config);
        environment.execute("smart-travel quality");
    }

    /** Wires the analysis. */
    public static void connect(JudgedOffers offers, DataStream<Standing> standings, JobConfig config) {
        DataStream<QualityWord> words = words(offers, config);
        words.filter(word -> word.offer() != null)
                .uid("says-an-offers-quality")
                .name("of an offer")
                .map(word -> Objects.requireNonNull(word.offer()))
                .returns(FlowTypes.of(OfferParts.class))
                .uid("offer-quality-rows")
                .name("offer")
                .sinkTo(ClickHouseSink.of(config, OfferQualityTable.INSERT, OfferQualityTable::bind))
                .uid("offer-quality-table")
                .name("offer_quality");
        DataStream<ProviderEvidence> evidence = words.filter(word -> word.provider() != null)
                .uid("says-a-providers-quality")
                .name("of a provider")
                .map(word -> Objects.requireNonNull(word.provider()))
                .returns(FlowTypes.of(ProviderEvidence.class))
                .uid("provider-evidence")
                .name("evidence")
                .union(ranks(standings, config), refusals(offers));
        PacedOperator.apply(
                        evidence.keyBy(ProviderEvidence::provider),
                        "provider-quality",
                        new KeepProviderQuality(),
                        ProviderDay.class,
                        config.emitPauseMillis())
                .sinkTo(ClickHouseSink.of(config, ProviderQualityTable.INSERT, ProviderQualityTable::bind))
                .uid("provider-quality-table")
                .name("provider_quality");
    }

    private static DataStream<QualityWord> words(JudgedOffers offers, JobConfig config) {
        DataStream<OfferNews> news = offers.judged()
                .filter(OfferNews::isSaidBy)
                .uid("counts-for-quality")
                .name("on time")
                .map(OfferNews::of)
                .returns(FlowTypes.of(OfferNews.class))
                .uid("offer-news")
                .name("offer of a share");
        return PacedOperator.apply(
                news.keyBy(OfferNews::share),
                "offer-quality",
                new KeepOfferQuality(),
                QualityWord.class,
                config.emitPauseMillis());
    }

    private static DataStream<ProviderEvidence> ranks(DataStream<Standing> standings, JobConfig config) {
        return PacedOperator.apply(
                DataStreamUtils.reinterpretAsKeyedStream(standings, Standing::holiday),
                "provider-ranks",
                new KeepRanks(),
                ProviderEvidence.class,
                config.emitPauseMillis());
    }

    private static DataStream<ProviderEvidence> refusals(JudgedOffers offers) {
        return offers.rejected()
                .flatMap(new RefusedRecords())
                .returns(FlowTypes.of(ProviderEvidence.class))
                .uid("refused-records")
                .name("refused");
    }
}
