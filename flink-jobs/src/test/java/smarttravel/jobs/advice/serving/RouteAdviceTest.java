package smarttravel.jobs.advice.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import smarttravel.events.PriceObservation;
import smarttravel.jobs.advice.history.PriceHistory;
import smarttravel.jobs.advice.history.PriceHistoryBuilder;
import smarttravel.jobs.advice.market.MadeUpMarket;
import smarttravel.jobs.advice.policy.PriceRule;

/** Advice without a model, as the operator of the graph gives it. */
class RouteAdviceTest {
    private static final List<PriceObservation> PRICES = MadeUpMarket.prices(4, 14, 14, 5);

    @Test
    void theRuleSpeaksOnWhatThePlainHistoryKnewAtThatMoment() throws Exception {
        Map<String, float[]> known = features(PRICES);
        try (RouteOperator operator = new RouteOperator(null)) {
            seeByDay(operator, PRICES, new SplittableRandom(3));

            Map<String, GivenAdvice> last = last(operator.said());
            assertThat(last).hasSize(4 * 14 * 14);
            int waits = 0;
            for (GivenAdvice given : last.values()) {
                float[] row = Objects.requireNonNull(known.get(name(given)));
                assertThat(given.model()).isEqualTo(Adviser.RULE);
                if (given.earlier() < 5) {
                    assertThat(given.cautious()).isEqualTo("INSUFFICIENT");
                } else {
                    assertThat(given.cautious()).isEqualTo(PriceRule.STANDARD.waits(row) ? "WAIT" : "BUY");
                    waits += given.cautious().equals("WAIT") ? 1 : 0;
                }
            }
            assertThat(waits).isPositive();
        }
    }

    @Test
    void anOfferThatHasDepartedLeavesNoState(TestReporter report) throws Exception {
        try (RouteOperator operator = new RouteOperator(null)) {
            long empty = operator.checkpoint().getStateSize();
            for (PriceObservation seen : PRICES) {
                operator.see(seen);
            }
            long full = operator.checkpoint().getStateSize();
            report.publishEntry("bytes per offer after 14 prices", String.valueOf((full - empty) / (4 * 14)));
            assertThat((full - empty) / (4 * 14)).isBetween(60L, 200L);

            operator.see(MadeUpMarket.priced(0, 300, Duration.ofDays(250), 100));
            operator.see(MadeUpMarket.priced(1, 300, Duration.ofDays(250), 100));
            operator.see(MadeUpMarket.priced(2, 300, Duration.ofDays(250), 100));
            operator.see(MadeUpMarket.priced(3, 300, Duration.ofDays(250), 100));
            operator.itIs(MadeUpMarket.START.plus(Duration.ofDays(250)));
            long afterwards = operator.checkpoint().getStateSize();

            assertThat(afterwards - empty).isLessThan(1_200);
        }
    }

    @Test
    void goesOnFromASnapshotAsIfNothingHadHappened() throws Exception {
        Instant cut = MadeUpMarket.START.plus(Duration.ofDays(9));
        List<GivenAdvice> whole = new ArrayList<>();
        List<GivenAdvice> interrupted = new ArrayList<>();
        try (RouteOperator operator = new RouteOperator(null)) {
            seeByDay(operator, PRICES, new SplittableRandom(3));
            whole.addAll(operator.said());
        }
        OperatorSubtaskState saved;
        try (RouteOperator operator = new RouteOperator(null)) {
            seeByDay(
                    operator,
                    PRICES.stream()
                            .filter(seen -> seen.observedAt().isBefore(cut))
                            .toList(),
                    new SplittableRandom(4));
            saved = operator.checkpoint();
            interrupted.addAll(operator.said());
            operator.see(PRICES.get(PRICES.size() - 1));
        }
        try (RouteOperator operator = new RouteOperator(saved)) {
            seeByDay(
                    operator,
                    PRICES.stream()
                            .filter(seen -> !seen.observedAt().isBefore(cut))
                            .toList(),
                    new SplittableRandom(5));
            interrupted.addAll(operator.said());
        }

        assertThat(words(interrupted)).hasSize(4 * 14 * 14).isEqualTo(words(whole));
    }

    /** Lets the operator speak at the end of every day, and now and then within one. */
    static void seeByDay(RouteOperator operator, List<PriceObservation> prices, SplittableRandom random)
            throws Exception {
        Instant day = Instant.EPOCH;
        for (PriceObservation seen : prices) {
            if (!seen.observedAt().equals(day) || random.nextInt(25) == 0) {
                operator.pause();
                day = seen.observedAt();
            }
            operator.see(seen);
        }
        operator.pause();
    }

    private static Map<String, String> words(List<GivenAdvice> said) {
        Map<String, String> words = new HashMap<>();
        last(said)
                .forEach((name, given) -> words.put(
                        name,
                        given.cautious() + " " + given.earlier() + " " + given.neighbours() + " "
                                + given.neighboursMedian()));
        return words;
    }

    static Map<String, GivenAdvice> last(List<GivenAdvice> said) {
        Map<String, GivenAdvice> last = new HashMap<>();
        for (GivenAdvice given : said) {
            last.merge(name(given), given, (one, other) -> one.looks() > other.looks() ? one : other);
        }
        return last;
    }

    static String name(GivenAdvice given) {
        return given.provider() + "/" + given.offerId() + " " + given.currency() + " at " + given.askedAt();
    }

    static Map<String, float[]> features(List<PriceObservation> prices) {
        PriceHistoryBuilder builder = new PriceHistoryBuilder();
        prices.forEach(builder::add);
        PriceHistory history = builder.build();
        Map<String, float[]> rows = new HashMap<>();
        for (int row = 0; row < history.size(); row++) {
            rows.put(history.offer(row) + " at " + history.second(row), history.features(row));
        }
        return rows;
    }
}
