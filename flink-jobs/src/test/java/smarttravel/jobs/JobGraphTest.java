package smarttravel.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import smarttravel.jobs.advice.serving.AdviceJob;
import smarttravel.jobs.comparables.ComparablesJob;
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
import smarttravel.jobs.testing.JobOperators;

class JobGraphTest {
    /** Operators by the names that savepoints know them by: renaming one loses its state. */
    private static final String KNOWN_UIDS = "/operator-uids.txt";

    @ParameterizedTest(name = "{0}")
    @MethodSource("jobs")
    void everyJobCanBeBuiltUnderTheProjectsOptions(String name, Consumer<StreamExecutionEnvironment> connect) {
        StreamExecutionEnvironment environment = JobEnvironment.create(JobOperators.NOWHERE);
        connect.accept(environment);

        assertThat(environment.getStreamGraph().getJobGraph().getNumberOfVertices())
                .as(name)
                .isPositive();
    }

    @Test
    void operatorsKeepTheirNames() throws IOException {
        StreamExecutionEnvironment environment = JobEnvironment.create(JobOperators.NOWHERE);
        AllJobs.connect(environment, JobOperators.NOWHERE, PriceDropRule.DEFAULT);

        assertThat(uids(environment)).doesNotHaveDuplicates().containsExactlyElementsOf(knownUids());
    }

    @Test
    void anOperatorWithoutANameOfItsOwnIsRefused() {
        StreamExecutionEnvironment environment = JobEnvironment.create(JobOperators.NOWHERE);
        environment.fromData("text").uid("texts").print();

        assertThatThrownBy(() -> environment.getStreamGraph().getJobGraph())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("UID");
    }

    private static Stream<Arguments> jobs() {
        return Stream.of(
                job("all", flink -> AllJobs.connect(flink, JobOperators.NOWHERE, PriceDropRule.DEFAULT)),
                job(
                        "observations",
                        flink -> StoreObservationsJob.connect(offers(flink).byOffer(), JobOperators.NOWHERE)),
                job(
                        "drops",
                        flink -> PriceDropsJob.connect(
                                offers(flink).drops(),
                                FxRatesJob.connect(flink, JobOperators.NOWHERE).rates(),
                                JobOperators.NOWHERE)),
                job(
                        "seasons",
                        flink -> SeasonsJob.connect(
                                offers(flink).byOffer(),
                                FxRatesJob.connect(flink, JobOperators.NOWHERE).rates(),
                                JobOperators.NOWHERE)),
                job("advice", flink -> AdviceJob.connect(flink, offers(flink).judged(), JobOperators.NOWHERE)),
                job(
                        "comparables",
                        flink -> ComparablesJob.connect(
                                offers(flink).judged(),
                                FxRatesJob.connect(flink, JobOperators.NOWHERE).rates(),
                                MatchDecisionsJob.connect(flink, JobOperators.NOWHERE)
                                        .decisions(),
                                JobOperators.NOWHERE)),
                job("quality", flink -> {
                    JudgedOffers offers = offers(flink);
                    QualityJob.connect(
                            offers,
                            ComparablesJob.connect(
                                    offers.judged(),
                                    FxRatesJob.connect(flink, JobOperators.NOWHERE)
                                            .rates(),
                                    MatchDecisionsJob.connect(flink, JobOperators.NOWHERE)
                                            .decisions(),
                                    JobOperators.NOWHERE),
                            JobOperators.NOWHERE);
                }),
                job("patterns", flink -> PatternsJob.connect(offers(flink).byOffer(), JobOperators.NOWHERE)),
                job("rejected", flink -> RejectedJob.connect(flink, JobOperators.NOWHERE)));
    }

    private static Arguments job(String name, Consumer<StreamExecutionEnvironment> connect) {
        return Arguments.of(name, connect);
    }

    private static JudgedOffers offers(StreamExecutionEnvironment flink) {
        return JudgedOffers.read(flink, JobOperators.NOWHERE, PriceDropRule.DEFAULT);
    }

    private static List<String> uids(StreamExecutionEnvironment environment) {
        return environment.getStreamGraph().getStreamNodes().stream()
                .map(StreamNode::getTransformationUID)
                .sorted()
                .toList();
    }

    private static List<String> knownUids() throws IOException {
        try (InputStream file = Objects.requireNonNull(JobGraphTest.class.getResourceAsStream(KNOWN_UIDS))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }
}
