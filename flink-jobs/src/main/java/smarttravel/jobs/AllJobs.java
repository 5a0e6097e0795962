package smarttravel.jobs;

import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import smarttravel.jobs.advice.serving.AdviceJob;
import smarttravel.jobs.comparables.ComparablesJob;
import smarttravel.jobs.config.JobConfig;
import smarttravel.jobs.config.JobEnvironment;
import smarttravel.jobs.decisions.MatchDecisionsJob;
import smarttravel.jobs.drops.JudgedOffers;
import smarttravel.jobs.drops.PriceDropRule;
import smarttravel.jobs.drops.PriceDropsJob;
import smarttravel.jobs.fx.FxRatesJob;
import smarttravel.jobs.observations.StoreObservationsJob;
import smarttravel.jobs.patterns.PatternsJob;
import smarttravel.jobs.quality.QualityJob;
import smarttravel.jobs.rejected.RejectedJob;
import smarttravel.jobs.seasons.SeasonsJob;
import smarttravel.jobs.source.RejectedTopic;

/** Every analysis in one job graph, so that the topic is read and parsed once. */
public final class AllJobs {
    /** The job's name on the cluster. */
    public static final String NAME = "smart-travel";

    private AllJobs() {}

    /** Runs everything; configured by the environment, see {@link JobConfig}. */
    public static void main(String[] arguments) throws Exception {
        JobConfig config = JobConfig.fromEnvironment(System.getenv()).forJob("all");
        StreamExecutionEnvironment environment = JobEnvironment.create(config);
        connect(environment, config, PriceDropRule.fromEnvironment(System.getenv()));
        environment.execute(NAME);
    }

    /** Wires every analysis to one reading of the topic. */
    public static void connect(StreamExecutionEnvironment environment, JobConfig config, PriceDropRule rule) {
        JudgedOffers offers = JudgedOffers.read(environment, config, rule);
        FxRatesJob rates = FxRatesJob.connect(environment, config);
        MatchDecisionsJob decisions = MatchDecisionsJob.connect(environment, config);
        StoreObservationsJob.connect(offers.byOffer(), config);
        PriceDropsJob.connect(offers.drops(), rates.rates(), config);
        SeasonsJob.connect(offers.byOffer(), rates.rates(), config);
        QualityJob.connect(
                offers, ComparablesJob.connect(offers.judged(), rates.rates(), decisions.decisions(), config), config);
        PatternsJob.connect(offers.byOffer(), config);
        AdviceJob advice = AdviceJob.connect(environment, offers.judged(), config);
        offers.rejected()
                .union(rates.rejected(), decisions.rejected(), advice.rejected())
                .sinkTo(RejectedTopic.sink(config))
                .uid("rejected-topic")
                .name("topic rejected-observations");
        RejectedJob.connect(environment, config);
    }
}
