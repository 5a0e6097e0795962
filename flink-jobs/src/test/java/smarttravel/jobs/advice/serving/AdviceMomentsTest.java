package smarttravel.jobs.advice.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import smarttravel.events.PriceObservation;
import smarttravel.jobs.advice.features.SeenPrice;
import smarttravel.jobs.advice.market.MadeUpMarket;
import smarttravel.jobs.advice.policy.PriceRule;

/** Which prices are advised on, and with what was known at which moment. */
class AdviceMomentsTest {
    private static final int DAYS = 7;

    @Test
    void whoKeepsUpWithTheMarketAdvisesOnEveryPrice() throws Exception {
        List<PriceObservation> prices = MadeUpMarket.prices(2, 6, 14, 5);
        try (RouteOperator operator = new RouteOperator(null)) {
            for (PriceObservation seen : prices) {
                operator.see(seen);
                operator.pause();
            }
            assertThat(RouteAdviceTest.last(operator.said())).hasSize(2 * 6 * 14);
            areAsTheRuleSays(RouteAdviceTest.last(operator.said()).values(), prices);
        }
    }

    @Test
    void ofThePricesThatWaitedTogetherEachOffersNewestIsAdvisedOnWithAllThatWasKnownThen() throws Exception {
        List<PriceObservation> prices = MadeUpMarket.prices(2, 6, 14, 5);
        try (RouteOperator operator = new RouteOperator(null)) {
            for (PriceObservation seen : prices) {
                operator.see(seen);
            }
            operator.pause();

            assertThat(operator.said())
                    .extracting(GivenAdvice::offerId, GivenAdvice::askedAt)
                    .containsExactlyInAnyOrderElementsOf(newest(prices));
            areAsTheRuleSays(operator.said(), prices);
        }
    }

    private static List<Tuple> newest(List<PriceObservation> prices) {
        Map<String, Long> newest = new HashMap<>();
        prices.forEach(seen -> newest.merge(seen.offerId(), seen.observedAt().getEpochSecond(), Math::max));
        return newest.entrySet().stream()
                .map(each -> tuple(each.getKey(), each.getValue()))
                .toList();
    }

    private static void areAsTheRuleSays(Collection<GivenAdvice> said, List<PriceObservation> prices) {
        Map<String, float[]> known = RouteAdviceTest.features(prices);
        assertThat(said).anyMatch(given -> given.earlier() >= 5);
        for (GivenAdvice given : said) {
            if (given.earlier() >= 5) {
                float[] row = Objects.requireNonNull(known.get(RouteAdviceTest.name(given)));
                assertThat(given.cautious()).isEqualTo(PriceRule.STANDARD.waits(row) ? "WAIT" : "BUY");
            }
        }
    }

    /** A pause may end in the middle of a second, and the next may bring the rest of it and what overtakes it. */
    @Test
    void whatWasSaidOfHalfASecondIsSaidAgainOfTheWholeAlsoWhenItIsOvertaken() throws Exception {
        try (RouteOperator operator = new RouteOperator(null)) {
            seeDays(operator, 1);
            PriceObservation half = MadeUpMarket.priced(0, 0, Duration.ofDays(DAYS), 200);
            operator.see(half);
            operator.pause();
            operator.see(MadeUpMarket.priced(0, 1, Duration.ofDays(DAYS), 100));
            operator.see(MadeUpMarket.priced(0, 0, Duration.ofDays(DAYS + 1), 210));
            operator.pause();

            assertThat(operator.said())
                    .filteredOn(given -> given.offerId().equals(half.offerId())
                            && given.askedAt() == half.observedAt().getEpochSecond())
                    .extracting(GivenAdvice::neighbours)
                    .containsExactly(0, 1);
        }
    }

    @Test
    void aPriceThatComesLateIsNotAdvisedOnWithWhatWasSeenAfterIt() throws Exception {
        try (RouteOperator operator = new RouteOperator(null)) {
            seeDays(operator, 2);
            operator.see(MadeUpMarket.priced(0, 1, Duration.ofDays(DAYS).plusMinutes(10), 900));
            operator.pause();
            operator.see(MadeUpMarket.priced(0, 0, Duration.ofDays(DAYS), 200));
            operator.pause();

            GivenAdvice late = operator.said().get(operator.said().size() - 1);
            assertThat(late.offerId()).isEqualTo("R0-0");
            assertThat(late.neighbours()).isZero();
            assertThat(late.neighboursMedian()).isNaN();
        }
    }

    @Test
    void aNewLookOfTheSameMomentAsksItsNeighboursAgainOnceAndAnOldOneNobody() throws Exception {
        try (RouteOperator operator = new RouteOperator(null)) {
            seeDays(operator, 40);
            int before = operator.said().size();
            operator.see(MadeUpMarket.priced(0, 3, Duration.ofDays(DAYS - 1), 200));
            operator.pause();
            assertThat(operator.said()).hasSize(before);

            operator.see(MadeUpMarket.priced("new", 0, 0, Duration.ofDays(DAYS - 1), 200));
            operator.see(MadeUpMarket.priced("newer", 0, 1, Duration.ofDays(DAYS - 1), 200));
            operator.pause();
            assertThat(operator.said().subList(before, operator.said().size()))
                    .extracting(GivenAdvice::offerId)
                    .doesNotHaveDuplicates()
                    .hasSize(2 + 16);
        }
    }

    /** Of many offers of one day only some are compared, so their order counts. */
    @Test
    void theOrderInWhichOffersOfOneSecondArriveChangesNothing() throws Exception {
        List<PriceObservation> prices = new ArrayList<>();
        for (int day = 0; day < DAYS; day++) {
            for (int offer = 39; offer >= 0; offer--) {
                prices.add(MadeUpMarket.priced(
                        "many-" + offer, 0, offer % 2, Duration.ofDays(day), 100 + offer * 7 % 40 + day * offer % 11));
            }
        }
        Map<String, float[]> known = RouteAdviceTest.features(prices);
        try (RouteOperator operator = new RouteOperator(null)) {
            for (int day = 0; day < DAYS; day++) {
                for (PriceObservation seen : prices.subList(40 * day, 40 * (day + 1))) {
                    operator.see(seen);
                }
                operator.pause();
            }
            Map<String, GivenAdvice> last = RouteAdviceTest.last(operator.said());
            assertThat(last).hasSize(40 * DAYS);
            last.forEach((name, given) -> {
                if (given.earlier() >= 5) {
                    float[] row = Objects.requireNonNull(known.get(name));
                    assertThat(given.neighboursMedian()).as(name).isEqualTo(median(given, row));
                }
            });
        }
    }

    /** The neighbours' median as the trainer's row has it. */
    private static double median(GivenAdvice given, float[] row) {
        SeenPrice seen =
                new SeenPrice(given.offerId(), given.departure(), 0, given.price(), Float.NaN, given.askedAt());
        return new Question(seen, given.earlier(), 0, row, 0).neighboursMedian();
    }

    /** Offers that depart day after day, each seen once a day. */
    private static void seeDays(RouteOperator operator, int offers) throws Exception {
        for (int day = 0; day < DAYS; day++) {
            for (int offer : IntStream.range(0, offers).toArray()) {
                operator.see(MadeUpMarket.priced(0, offer, Duration.ofDays(day), 200 + offer));
            }
            operator.pause();
        }
    }
}
