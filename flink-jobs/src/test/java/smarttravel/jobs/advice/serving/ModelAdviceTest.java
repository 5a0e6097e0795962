package smarttravel.jobs.advice.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static smarttravel.jobs.advice.serving.MadeUpModel.FIRST;
import static smarttravel.jobs.advice.serving.MadeUpModel.LEARNT_DAYS;
import static smarttravel.jobs.advice.serving.MadeUpModel.PRICES;
import static smarttravel.jobs.advice.serving.MadeUpModel.id;
import static smarttravel.jobs.advice.serving.MadeUpModel.published;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import smarttravel.events.PriceObservation;
import smarttravel.jobs.advice.features.AdviceFeatures;
import smarttravel.jobs.advice.market.MadeUpMarket;

/** Advice by models that are published while the operator of the graph runs. */
class ModelAdviceTest {
    private static byte[] file = new byte[0];
    private static byte[] calibrated = new byte[0];

    @BeforeAll
    static void learn() throws IOException {
        file = MadeUpModel.file(1);
        calibrated = MadeUpModel.calibratedFile(1);
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
        byte[] later = MadeUpModel.file(2);
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

    /** As after a topic that was made anew: its offsets start again. */
    @Test
    void aModelBeforeAllThatAreKeptIsNotTakenIn() throws Exception {
        try (ServedModels models = new ServedModels()) {
            for (int offset = 7; offset < 7 + ServedModels.KEPT; offset++) {
                assertThat(models.add(published(file, offset))).isTrue();
            }
            assertThat(models.add(published(calibrated, 0))).isFalse();
            assertThat(models.speakerOn(FIRST.plusDays(LEARNT_DAYS).toEpochDay()))
                    .hasValueSatisfying(speaker -> assertThat(speaker.id()).startsWith("advice-"));
            assertThat(models.add(published(calibrated, 10))).isTrue();
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

    /** Whether asked alone or with everything else of its route. */
    @Test
    void aCalibratedModelSaysTogetherWhatItSaysOfEachPriceAlone() throws Exception {
        Map<String, float[]> rows = RouteAdviceTest.features(PRICES);
        try (RouteOperator operator = new RouteOperator(null);
                ServedModel model = ServedModel.read(calibrated)) {
            operator.hear(published(calibrated, 0));
            RouteAdviceTest.seeByDay(operator, PRICES, new SplittableRandom(3));

            int asked = 0;
            for (GivenAdvice given : RouteAdviceTest.last(operator.said()).values()) {
                if (given.model().equals(model.id()) && given.earlier() >= 5) {
                    float[] row = Objects.requireNonNull(rows.get(RouteAdviceTest.name(given)));
                    ServedModel.Words alone = model.answer(List.of(row)).get(0);
                    assertThat(given.cautious())
                            .isEqualTo(alone.cautious().word().name());
                    assertThat(given.savings()).isEqualTo(alone.savings().word().name());
                    assertThat(given.probability())
                            .isEqualTo(alone.savings().probability().orElseThrow());
                    assertThat(given.expectedSaving()).isEqualTo(alone.savings().expectedSaving());
                    asked++;
                }
            }
            assertThat(asked).isEqualTo(4 * 14 * (14 - LEARNT_DAYS));
        }
    }

    /** A call of the native library costs as much as hundreds of rows, so whoever asks price by price is far above this. */
    @Test
    void calibratedAdviceCostsLittleMoreThanUncalibrated(TestReporter report) throws Exception {
        microseconds(file);
        microseconds(calibrated);
        double without = Double.MAX_VALUE;
        double with = Double.MAX_VALUE;
        for (int round = 0; round < 5; round++) {
            without = Math.min(without, microseconds(file));
            with = Math.min(with, microseconds(calibrated));
        }
        report.publishEntry(Map.of(
                "microseconds per look without calibration",
                String.format(Locale.ROOT, "%.1f", without),
                "and with one",
                String.format(Locale.ROOT, "%.1f", with)));

        assertThat(with).isLessThan(8 * without);
    }

    /** Per look, of a day's looks at every route in one pause. */
    private static double microseconds(byte[] model) throws Exception {
        List<PriceObservation> lastDay = PRICES.stream()
                .filter(seen ->
                        seen.observedAt().equals(PRICES.get(PRICES.size() - 1).observedAt()))
                .toList();
        try (RouteOperator operator = new RouteOperator(null)) {
            operator.hear(published(model, 0));
            RouteAdviceTest.seeByDay(
                    operator,
                    PRICES.stream().filter(seen -> !lastDay.contains(seen)).toList(),
                    new SplittableRandom(3));
            for (PriceObservation seen : lastDay) {
                operator.see(seen);
            }
            long began = System.nanoTime();
            operator.pause();
            return (System.nanoTime() - began) / 1e3 / lastDay.size();
        }
    }

    private static GivenAdvice last(RouteOperator operator) {
        List<GivenAdvice> said = operator.said();
        return said.get(said.size() - 1);
    }
}
