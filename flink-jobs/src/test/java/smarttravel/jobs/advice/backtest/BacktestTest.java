package smarttravel.jobs.advice.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import smarttravel.events.PriceObservation;
import smarttravel.jobs.advice.history.PriceHistory;
import smarttravel.jobs.advice.history.PriceHistoryBuilder;
import smarttravel.jobs.advice.learning.LearningSettings;
import smarttravel.jobs.advice.learning.ModelFile;
import smarttravel.jobs.advice.learning.TrainedModel;
import smarttravel.jobs.advice.market.MadeUpMarket;
import smarttravel.jobs.advice.policy.Outlook;

/** A whole backtest on a small market whose high prices fall back within days. */
class BacktestTest {
    private static final int DAYS = 11;
    private static final BacktestSettings SETTINGS =
            new BacktestSettings(5, new LearningSettings(2, 8, 0.35, 3, 20, 1, 3_000, 0, 1, 1), 3, 0.08, 400, 200);

    private static List<PriceObservation> prices = List.of();
    private static PriceHistory history = history(List.of());
    private static Outcomes outcomes = new Outcomes(new int[0]);

    @BeforeAll
    static void answerEveryRequest() {
        prices = MadeUpMarket.prices(6, 40, DAYS, 1);
        history = history(prices);
        outcomes = walk(history);
    }

    @Test
    void everyPriceWithFiveEarlierOnesAndALaterOneIsARequest() {
        assertThat(outcomes.size()).isEqualTo(6 * 40 * (DAYS - 6));
    }

    @Test
    void aModelLearnsThatHighPricesFallBack() {
        double savings = score(Policy.MODEL_SAVINGS).share();

        assertThat(savings)
                .isGreaterThan(0.5)
                .isGreaterThan(score(Policy.ALWAYS_WAIT).share());
        assertThat(score(Policy.MODEL_CAUTIOUS).worse())
                .isLessThanOrEqualTo(score(Policy.MODEL_SAVINGS).worse());
        assertThat(score(Policy.TUNED_RULE).share()).isGreaterThan(0.3);
    }

    @Test
    void nobodyIsBetterThanWhoKnowsEveryPrice() {
        for (int i = 0; i < outcomes.size(); i++) {
            for (Policy policy : Policy.values()) {
                assertThat(outcomes.paid(policy, i)).isGreaterThanOrEqualTo(outcomes.paid(Policy.CLAIRVOYANT, i));
            }
        }
        assertThat(score(Policy.ALWAYS_BUY).saved()).isZero();
        assertThat(score(Policy.CLAIRVOYANT).share()).isEqualTo(1);
    }

    /** What is promised on a day must not change when every later price is another one. */
    @Test
    void whatIsSeenLaterChangesNoPromise() {
        Duration cut = Duration.ofDays(8);
        List<PriceObservation> other = MadeUpMarket.prices(6, 40, DAYS, 2);
        List<PriceObservation> mixed = Stream.concat(
                        prices.stream().filter(seen -> isBy(seen, cut)),
                        other.stream().filter(seen -> !isBy(seen, cut)))
                .toList();
        PriceHistory mixedHistory = history(mixed);
        Map<String, Double> promised = promised(mixedHistory, walk(mixedHistory));

        Map<String, Double> before = promised(history, outcomes);
        before.keySet()
                .removeIf(name -> Long.parseLong(name.split(" ", 2)[0])
                        > MadeUpMarket.START.plus(cut).getEpochSecond());
        assertThat(before).hasSize(6 * 40 * 4);
        before.forEach((name, saving) -> assertThat(promised.get(name)).as(name).isEqualTo(saving));
    }

    @Test
    void theSameSeedGivesTheSameFiguresOnAnyNumberOfThreads() {
        LearningSettings two = SETTINGS.learning().with(3_000, 2, 1);
        BacktestSettings settings = new BacktestSettings(5, two, 3, 0.08, 400, 200);
        Outcomes again = new WalkForward(history(prices), settings, (day, done, of) -> {}).run();

        for (int i = 0; i < outcomes.size(); i++) {
            assertThat(again.promised(i)).isEqualTo(outcomes.promised(i));
            assertThat(again.paid(Policy.MODEL_CAUTIOUS, i)).isEqualTo(outcomes.paid(Policy.MODEL_CAUTIOUS, i));
        }
    }

    @Test
    void aWrittenModelPromisesTheSameAgain() throws IOException {
        TrainedModel trained =
                new Training(history, SETTINGS).train((day, done, of) -> {}).orElseThrow();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ModelFile.write(trained, Optional.of("{}"), file);

        TrainedModel read = ModelFile.read(new ByteArrayInputStream(file.toByteArray()));

        assertThat(read.name()).isEqualTo(trained.name());
        assertThat(read.margin()).isEqualTo(trained.margin());
        assertThat(read.origin().days()).isEqualTo(DAYS);
        assertThat(read.calibration().orElseThrow().saving().heights())
                .isEqualTo(trained.calibration().orElseThrow().saving().heights());
        List<float[]> rows = IntStream.range(50, 60).mapToObj(history::features).toList();
        double[] promised = IntStream.range(50, 60).mapToDouble(row -> 0.05).toArray();
        assertThat(Outlook.of(read.calibration(), rows, promised))
                .isEqualTo(Outlook.of(trained.calibration(), rows, promised));
        assertThat(read.model().predict(rows, 7)).isEqualTo(trained.model().predict(rows, 7));
        ByteArrayOutputStream again = new ByteArrayOutputStream();
        ModelFile.write(read, Optional.of("{}"), again);
        assertThat(again.toByteArray()).isEqualTo(file.toByteArray());
    }

    private static boolean isBy(PriceObservation seen, Duration cut) {
        return !seen.observedAt().isAfter(MadeUpMarket.START.plus(cut));
    }

    private static Map<String, Double> promised(PriceHistory of, Outcomes by) {
        Map<String, Double> promised = new HashMap<>();
        for (int i = 0; i < by.size(); i++) {
            promised.put(of.second(by.request(i)) + " " + of.offer(by.request(i)), by.promised(i));
        }
        return promised;
    }

    private static Score score(Policy policy) {
        double[][] columns = new double[3][outcomes.size()];
        for (int i = 0; i < outcomes.size(); i++) {
            columns[0][i] = outcomes.paid(Policy.ALWAYS_BUY, i);
            columns[1][i] = outcomes.paid(policy, i);
            columns[2][i] = outcomes.paid(Policy.CLAIRVOYANT, i);
        }
        return Score.of(columns[0], columns[1], columns[2]);
    }

    private static Outcomes walk(PriceHistory over) {
        return new WalkForward(over, SETTINGS, (day, done, of) -> {}).run();
    }

    private static PriceHistory history(List<PriceObservation> prices) {
        PriceHistoryBuilder builder = new PriceHistoryBuilder();
        prices.forEach(builder::add);
        return builder.build();
    }
}
