package smarttravel.jobs.seasons;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SeasonRuleTest {
    private final List<OfferSeason> offers = new ArrayList<>();

    @Test
    void aLevelIsTheMedianOfItsOffersLatestPrices() {
        departing(202607, 100, 200, 300, 400, 500, 600);

        assertThat(judged().months()).containsExactly(new MarketSeasons.MonthLevel(202607, 6, 350, 100));
    }

    @Test
    void fewerThanFiveOffersSayNothing() {
        departing(202607, 100, 200, 300, 400);

        MarketSeasons.MonthLevel month = judged().months().get(0);

        assertThat(month.offers()).isEqualTo(4);
        assertThat(month.level()).isNaN();
        assertThat(month.index()).isNaN();
        assertThat(month.status()).isEqualTo(SeasonStatus.INSUFFICIENT);
        assertThat(judged().calendar().months()).isEmpty();
    }

    @Test
    void aPriceThatIsNotKnownInUsdIsNoPrice() {
        departing(202607, 100, 200, 300, 400, Double.NaN);

        assertThat(judged().months().get(0).offers()).isEqualTo(4);
        assertThat(judged().months().get(0).status()).isEqualTo(SeasonStatus.INSUFFICIENT);
    }

    @Test
    void anIndexIsAgainstTheMedianOfTheMonthsLevels() {
        fiveOffersDeparting(202606, 80);
        fiveOffersDeparting(202607, 200);
        fiveOffersDeparting(202608, 100);
        fiveOffersDeparting(202609, 100);

        assertThat(judged().months())
                .extracting(MarketSeasons.MonthLevel::index)
                .containsExactly(80.0, 200.0, 100.0, 100.0);
    }

    @Test
    void aCalendarMonthIsTheMedianOverYears() {
        fiveOffersDeparting(202407, 100);
        fiveOffersDeparting(202507, 100);
        fiveOffersDeparting(202607, 150);
        fiveOffersDeparting(202608, 100);

        assertThat(judged().calendar().months())
                .containsExactly(
                        new MarketSeasons.CalendarMonth(7, 100, 3), new MarketSeasons.CalendarMonth(8, 100, 1));
    }

    @Test
    void twelveMonthsOfTwoYearsAreOk() {
        year(2025);
        year(2026);

        assertThat(judged().calendar().coverage()).isEqualTo(12);
        assertThat(judged().calendar().cycles()).isEqualTo(2);
        assertThat(judged().calendar().status()).isEqualTo(SeasonStatus.OK);
    }

    @Test
    void cyclesAreTheYearsThatEveryMonthRestsOn() {
        year(2025);
        year(2026);
        offers.removeIf(offer -> offer.departureMonth() == 202603);

        assertThat(judged().calendar().coverage()).isEqualTo(12);
        assertThat(judged().calendar().cycles()).isEqualTo(1);
        assertThat(judged().calendar().status()).isEqualTo(SeasonStatus.PROVISIONAL);
    }

    @Test
    void withoutOneMonthThereIsNoCycle() {
        year(2025);
        year(2026);
        offers.removeIf(offer -> offer.departureMonth() % 100 == 3);

        assertThat(judged().calendar().coverage()).isEqualTo(11);
        assertThat(judged().calendar().cycles()).isZero();
        assertThat(judged().calendar().status()).isEqualTo(SeasonStatus.PROVISIONAL);
    }

    @Test
    void fromSixMonthsItIsProvisional() {
        for (int month = 1; month <= 5; month++) {
            fiveOffersDeparting(202600 + month, 100);
        }
        assertThat(judged().calendar().status()).isEqualTo(SeasonStatus.INSUFFICIENT);

        fiveOffersDeparting(202606, 100);
        assertThat(judged().calendar().status()).isEqualTo(SeasonStatus.PROVISIONAL);
    }

    @Test
    void theCurveIsTheMedianOfTheOffersThatHaveAPart() {
        for (int i = 0; i < 5; i++) {
            offers.add(offer(202607, 100, curve(Float.NaN, 90 + 10 * i)));
        }
        offers.add(offer(202607, 100, curve(120, Float.NaN)));

        List<MarketSeasons.LeadIndex> curve = judged().curve();

        assertThat(curve).hasSize(LeadBucket.COUNT);
        assertThat(curve.get(2)).isEqualTo(new MarketSeasons.LeadIndex(14, 0, Double.NaN));
        assertThat(curve.get(0).firstDay()).isZero();
        assertThat(curve.get(0).offers()).isEqualTo(1);
        assertThat(curve.get(0).status()).isEqualTo(SeasonStatus.INSUFFICIENT);
        assertThat(curve.get(1)).isEqualTo(new MarketSeasons.LeadIndex(7, 5, 110));
        assertThat(curve.get(1).status()).isEqualTo(SeasonStatus.OK);
    }

    @Test
    void theOrderOfOffersDoesNotMatter() {
        Random random = new Random(5);
        for (int i = 0; i < 300; i++) {
            departing(202601 + random.nextInt(12), 100 + random.nextInt(900));
        }
        MarketSeasons inOrder = judged();
        Collections.shuffle(offers, random);

        assertThat(judged()).isEqualTo(inOrder);
    }

    @Test
    void countsAndDatesAreOfAllOffers() {
        offers.add(new OfferSeason("a", "m", 202607, 1, noCurve(), 3, 500, 900, null, 0, null, 0, 0));
        offers.add(new OfferSeason("b", "m", 202608, 1, noCurve(), 4, 400, 800, null, 0, null, 0, 0));

        assertThat(judged().observations()).isEqualTo(7);
        assertThat(judged().firstAt()).isEqualTo(400);
        assertThat(judged().lastAt()).isEqualTo(900);
    }

    @Test
    void pricesInPesosCountAtTheRateInForceWhenTheyWereSeen() throws Exception {
        long seen = Duration.ofDays(20_000).toMillis() + 1;
        for (int i = 0; i < 5; i++) {
            offers.add(new OfferSeason(
                    "o" + i, "m", 202607, Double.NaN, noCurve(), 1, 0, seen, "ARS", 1_000, "mep", 0, 0));
        }

        MarketSeasons known = SeasonRule.judge("m", offers, (currency, kind, day) -> {
            assertThat(List.of(currency, String.valueOf(kind), day)).containsExactly("ARS", "mep", 20_000);
            return 0.002;
        });

        assertThat(known.months().get(0).level()).isEqualTo(2);
        assertThat(judged().months().get(0).level()).isNaN();
    }

    private MarketSeasons judged() {
        try {
            return SeasonRule.judge("m", offers, (currency, kind, day) -> Double.NaN);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private void year(int year) {
        for (int month = 1; month <= 12; month++) {
            fiveOffersDeparting(year * 100 + month, 100);
        }
    }

    private void fiveOffersDeparting(int month, double price) {
        departing(month, price, price, price, price, price);
    }

    private void departing(int month, double... prices) {
        for (double price : prices) {
            offers.add(offer(month, price, noCurve()));
        }
    }

    private OfferSeason offer(int month, double price, float[] curve) {
        return new OfferSeason(
                "offer" + offers.size(), "m", month, price, curve, 1, 0, 0, "USD", Double.NaN, null, 0, 0);
    }

    private static float[] noCurve() {
        return curve(Float.NaN, Float.NaN);
    }

    private static float[] curve(float first, float second) {
        float[] curve = new float[LeadBucket.COUNT];
        Arrays.fill(curve, Float.NaN);
        curve[0] = first;
        curve[1] = second;
        return curve;
    }
}
