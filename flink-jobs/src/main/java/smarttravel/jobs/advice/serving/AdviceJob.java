package smarttravel.jobs.advice.serving;

import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import smarttravel.events.RejectedRecord;
import smarttravel.events.Topics;
import smarttravel.jobs.clickhouse.ClickHouseSink;
import smarttravel.jobs.config.FlowTypes;
import smarttravel.jobs.config.JobConfig;
import smarttravel.jobs.config.JobEnvironment;
import smarttravel.jobs.drops.JudgedObservation;
import smarttravel.jobs.drops.JudgedOffers;
import smarttravel.jobs.drops.PriceDropRule;
import smarttravel.jobs.pacing.PacedBroadcastOperator;
import smarttravel.jobs.source.NoClock;
import smarttravel.jobs.source.ObservationSource;

/**
 * Buy or wait, said of every offer's price with what is known of it and its neighbours.
 *
 * <pre>
 * judged observations ── by route ── remember, ask the model ──> advice
 *                                    (paced)
 * topic advice-models ── parse ──┬── (everywhere) ──┘
 *                                └──> advice_models
 * </pre>
 *
 * @param rejected models that cannot be served
 */
public record AdviceJob(DataStream<RejectedRecord> rejected) {
    /** Runs this analysis alone. */
    public static void main(String[] arguments) throws Exception {
        JobConfig config = JobConfig.fromEnvironment(System.getenv()).forJob("advice");
        StreamExecutionEnvironment environment = JobEnvironment.create(config);
        connect(
                environment,
                JudgedOffers.read(environment, config, PriceDropRule.fromEnvironment(System.getenv()))
                        .judged(),
                config);
        environment.execute("smart-travel advice");
    }

    /** Wires the analysis. */
    public static AdviceJob connect(
            StreamExecutionEnvironment environment, DataStream<JudgedObservation> judged, JobConfig config) {
        SingleOutputStreamOperator<ModelEntry> models = models(environment, config);
        DataStream<RoutePrice> prices = judged.filter(RoutePrice::isSaidBy)
                .uid("tells-a-route-price")
                .name("on time")
                .map(RoutePrice::of)
                .returns(FlowTypes.of(RoutePrice.class))
                .uid("route-prices")
                .name("price on a route");
        PacedBroadcastOperator.apply(
                        prices.keyBy(RoutePrice::route),
                        models.map(ModelEntry::published)
                                .returns(FlowTypes.of(PublishedModel.class))
                                .uid("published-models")
                                .name("model")
                                .setParallelism(1),
                        "route-advice",
                        new KeepRoutes(),
                        GivenAdvice.class,
                        config.emitPauseMillis())
                .sinkTo(ClickHouseSink.of(config, AdviceTable.INSERT, AdviceTable::bind))
                .uid("advice-table")
                .name("advice");
        return new AdviceJob(models.getSideOutput(ParseModels.REJECTED));
    }

    private static SingleOutputStreamOperator<ModelEntry> models(
            StreamExecutionEnvironment environment, JobConfig config) {
        SingleOutputStreamOperator<ModelEntry> models = environment
                .fromSource(ObservationSource.topic(config, Topics.ADVICE_MODELS), NoClock.strategy(), "advice-models")
                .uid("advice-models-source")
                .setParallelism(1)
                .process(new ParseModels())
                .returns(FlowTypes.of(ModelEntry.class))
                .uid("parse-advice-models")
                .name("parse models")
                .setParallelism(1);
        models.sinkTo(ClickHouseSink.of(config, ModelsTable.INSERT, ModelsTable::bind))
                .uid("advice-models-table")
                .name("advice_models")
                .setParallelism(1);
        return models;
    }
}
