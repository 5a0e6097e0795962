package smarttravel.jobs.advice.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import smarttravel.events.PriceObservation;
import smarttravel.jobs.advice.features.AdviceFeatures;
import smarttravel.jobs.advice.history.PriceHistory;
import smarttravel.jobs.advice.history.PriceHistoryBuilder;
import smarttravel.jobs.advice.learning.FittedQ;
import smarttravel.jobs.advice.learning.LearningSettings;
import smarttravel.jobs.advice.learning.ModelFile;
import smarttravel.jobs.advice.learning.Steps;
import smarttravel.jobs.advice.learning.TrainedModel;
import smarttravel.jobs.advice.market.MadeUpMarket;

/** Advice by models that are published while the operator of the graph runs. */
class ModelAdviceTest {
    private static final int LEARNT_DAYS = 8;
    private static final LocalDate FIRST =
            MadeUpMarket.START.atZone(ZoneOffset.UTC).toLocalDate();
    private static final List<PriceObservation> PRICES = MadeUpMarket.prices(4, 14, 14, 5);
    private static final List<PriceObservation> AFTERWARDS = PRICES.stream()
            .filter(seen -> !seen.observedAt().isBefore(MadeUpMarket.START.plus(Duration.ofDays(LEARNT_DAYS))))
            .toList();

    private static byte[] file = new byte[0];

    @BeforeAll
    static void learn() throws IOException {
        file = learnt(1);
    }

    @Test
    void whatTheModelPromisesIsWhatItPromisesOnTheRowOfTheTrainer() throws Exception {
        Map<String, float[]> rows = RouteAdviceTest.features(PRICES);
        try (RouteOperator operator = new RouteOperator(null);
                ServedModel model = ServedModel.read(file)) {
            operator.hear(published(file, 0));
            RouteAdviceTest.seeByDay(operator, PRICES, new SplittableRandom(3));

            int asked = 0;
            for (GivenAdvice given : RouteAdviceTest.last(operator.said()).values()) {
                boolean isLearntFrom =
                        LocalDate.ofEpochDay(given.askedAt() / 86_400).isBefore(FIRST.plusDays(LEARNT_DAYS));
                assertThat(given.model()).isEqualTo(isLearntFrom ? Adviser.RULE : model.id());
                if (!isLearntFrom && given.earlier() >= 5) {
                    float[] row = Objects.requireNonNull(rows.get(RouteAdviceTest.name(given)));
                    assertThat(given.promised())
                            .as("%s %s", given, AdviceFeatures.names())
                            .isEqualTo(model.promised(List.of(row))[0]);
                    assertThat(given.savings()).isEqualTo(given.promised() > 0 ? "WAIT" : "BUY");
                    asked++;
                }
            }
            assertThat(asked).isEqualTo(4 * 14 * (14 - LEARNT_DAYS));
        }
    }

    @Test
    void aModelThatIsPublishedLaterSpeaksWithoutARestartAndOutlivesOne() throws Exception {
        byte[] later = learnt(2);
        OperatorSubtaskState saved;
        try (RouteOperator operator = new RouteOperator(null)) {
            RouteAdviceTest.seeByDay(operator, PRICES, new SplittableRandom(3));
            assertThat(operator.said()).extracting(GivenAdvice::model).containsOnly(Adviser.RULE);
            operator.hear(published(file, 0));
            operator.hear(published(later, 1));
            operator.see(MadeUpMarket.priced(0, 3, Duration.ofDays(15), 240));
            operator.pause();
            assertThat(last(operator).model()).isEqualTo(id(later));
            saved = operator.checkpoint();
        }
        try (RouteOperator operator = new RouteOperator(saved)) {
            operator.see(MadeUpMarket.priced(0, 3, Duration.ofDays(16), 240));
            operator.pause();
            assertThat(last(operator).model()).isEqualTo(id(later));

            operator.hear(published(file, 2));
            operator.see(MadeUpMarket.priced(0, 3, Duration.ofDays(17), 240));
            operator.pause();
            assertThat(last(operator).model())
                    .as("published again, so it speaks")
                    .isEqualTo(id(file));
        }
    }

    @Test
    void whatIsNoModelLeavesTheOneBeforeItSpeaking() throws Exception {
        byte[] cut = Arrays.copyOf(file, file.length / 2);
        try (RouteOperator operator = new RouteOperator(null)) {
            RouteAdviceTest.seeByDay(operator, PRICES, new SplittableRandom(3));
            operator.hear(published(file, 0));
            operator.hear(new PublishedModel("cut", 1, cut));
            operator.see(MadeUpMarket.priced(0, 3, Duration.ofDays(15), 240));
            operator.pause();

            assertThat(last(operator).model()).isEqualTo(id(file));
        }
    }

    @Test
    void advisingIsFastInBatches(TestReporter report) throws Exception {
        try (RouteOperator operator = new RouteOperator(null)) {
            operator.hear(published(file, 0));
            for (PriceObservation seen : PRICES) {
                operator.see(seen);
            }
            long began = System.nanoTime();
            operator.pause();
            report.publishEntry(
                    "microseconds per look", String.valueOf((System.nanoTime() - began) / 1_000 / PRICES.size()));
            assertThat(operator.said()).isNotEmpty();
        }
    }

    private static GivenAdvice last(RouteOperator operator) {
        List<GivenAdvice> said = operator.said();
        return said.get(said.size() - 1);
    }

    private static String id(byte[] model) throws IOException {
        try (ServedModel served = ServedModel.read(model)) {
            return served.id();
        }
    }

    private static PublishedModel published(byte[] model, long offset) throws IOException {
        return new PublishedModel(id(model), offset, model);
    }

    /** A small model of the first days. */
    private static byte[] learnt(long seed) throws IOException {
        PriceHistoryBuilder builder = new PriceHistoryBuilder();
        PRICES.stream().filter(seen -> !AFTERWARDS.contains(seen)).forEach(builder::add);
        PriceHistory history = builder.build();
        LearningSettings settings = new LearningSettings(1, 20, 0.1, 4, 1, 1, 5_000, 0, 1, seed);
        Steps steps = Steps.draw(history, Long.MAX_VALUE, settings);
        TrainedModel model = new TrainedModel(
                FittedQ.learn(history, steps, settings),
                Optional.empty(),
                0.01,
                0,
                new TrainedModel.Origin(
                        FIRST, FIRST.plusDays(LEARNT_DAYS - 1), steps.size(), AdviceFeatures.VERSION, seed));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ModelFile.write(model, Optional.empty(), out);
        model.model().close();
        return out.toByteArray();
    }
}
