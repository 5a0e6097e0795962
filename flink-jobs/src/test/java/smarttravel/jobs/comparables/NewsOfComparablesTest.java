package smarttravel.jobs.comparables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import smarttravel.events.HotelDecision;
import smarttravel.events.HotelDecision.Verdict;
import smarttravel.jobs.fx.DatedRate;
import smarttravel.jobs.fx.RatesInForce;
import smarttravel.jobs.testing.DollarOffers;

/** Rates and analysts' decisions change how offers stand that did not change themselves. */
class NewsOfComparablesTest {
    private static final String HOLIDAY = "PACKAGE/CUN/7/AI/2";
    private static final int TODAY = (int) LocalDate.of(2026, 6, 1).toEpochDay();
    private static final long DEPARTS = TODAY + 30L;
    private static final long MILLIS_OF_A_DAY = 86_400_000;

    private OpenComparables operator;

    @BeforeEach
    void open() throws Exception {
        operator = new OpenComparables();
    }

    @AfterEach
    void close() throws Exception {
        operator.close();
    }

    @Test
    void pesosAreComparedInDollarsAtTheRateOfTheirDay() throws Exception {
        operator.hear(rate("official", TODAY - 3, 1.0 / 1_000));
        operator.hear(rate("official", TODAY + 1, 1.0 / 500));
        operator.hear(rate("mep", TODAY, 1.0 / 1_200));
        operator.see(HOLIDAY, dollars("aero", "1", "Áureo", 950));
        operator.see(HOLIDAY, pesos("ola", "2", "Aureo", 960_000, null));
        operator.see(HOLIDAY, pesos("sol", "3", "Aureo", 960_000, "mep"));

        Standing standing = now("ola/2");

        assertThat(standing.offer().unitUsd()).isCloseTo(960, within(1e-9));
        assertThat(standing.providerRank()).isEqualTo(3);
        assertThat(standing.cheapestUsd()).isCloseTo(800, within(1e-9));
        assertThat(standing.cheapestProvider()).isEqualTo("sol");
        assertThat(standing.medianUsd()).isEqualTo(950);
    }

    @Test
    void aRateThatComesLateCorrectsWhomItConcernsAndNobodyElse() throws Exception {
        operator.see(HOLIDAY, dollars("aero", "1", "Áureo", 950));
        operator.see(HOLIDAY, pesos("ola", "2", "Aureo", 900_000, null));
        operator.see("PACKAGE/CUN/9/AI/2", dollars("aero", "9", "Áureo", 1_200));
        assertThat(now("ola/2").providerRank()).as("not ranked without a rate").isZero();
        int said = operator.said().size();

        operator.hear(rate("official", TODAY - 1, 1.0 / 1_000));
        assertThat(now("ola/2").providerRank()).isEqualTo(1);
        assertThat(now("aero/1").providerRank()).isEqualTo(2);
        assertThat(operator.said()).hasSize(said + 2);

        operator.hear(rate("mep", TODAY, 1.0 / 500));
        operator.hear(rate("official", TODAY + 1, 1.0 / 500));
        operator.snapshot();
        assertThat(operator.said()).as("another kind, and a later day").hasSize(said + 2);
    }

    @Test
    void aRateThatWasReplacedBeforeThePriceWasSeenChangesNothing() throws Exception {
        operator.see(HOLIDAY, pesos("ola", "2", "Aureo", 900_000, null));
        operator.hear(rate("official", TODAY - 2, 1.0 / 1_000));
        operator.snapshot();
        int said = operator.said().size();

        operator.hear(rate("official", TODAY - 5, 1.0 / 700));
        operator.snapshot();
        assertThat(operator.said()).as("a later one is in force").hasSize(said);

        operator.hear(rate("official", TODAY - 1, 1.0 / 900));
        assertThat(now("ola/2").offer().unitUsd()).isCloseTo(1_000, within(1e-9));
    }

    @Test
    void aSplitPartsWhatTheNamesJoinAndCanBeTakenBack() throws Exception {
        operator.see(HOLIDAY, dollars("aero", "1", "Áureo", 950));
        operator.see(HOLIDAY, dollars("ola", "2", "Aureo", 900));
        assertThat(now("aero/1").providers()).isEqualTo(2);

        operator.hear(decision(Verdict.SPLIT, "Áureo", "Aureo"));
        assertThat(now("aero/1").providers()).isEqualTo(1);
        assertThat(now("ola/2").providers()).isEqualTo(1);

        operator.hear(decision(Verdict.WITHDRAWN, "Áureo", "Aureo"));
        assertThat(now("aero/1").providers()).isEqualTo(2);
        assertThat(now("aero/1").providerRank()).isEqualTo(2);
    }

    @Test
    void aConfirmationJoinsWhatTheNamesPart() throws Exception {
        operator.see(HOLIDAY, dollars("aero", "1", "Plateado", 950));
        operator.see(HOLIDAY, dollars("ola", "2", "Aureo", 900));
        assertThat(now("aero/1").providers()).isEqualTo(1);

        operator.hear(decision(Verdict.CONFIRMED, "Plateado", "Aureo"));
        Standing joined = now("aero/1");
        assertThat(joined.providers()).isEqualTo(2);
        assertThat(joined.matchConfidence()).isEqualTo(1);

        operator.hear(decision(Verdict.WITHDRAWN, "Plateado", "Aureo"));
        assertThat(now("aero/1").providers()).isEqualTo(1);
    }

    @Test
    void aDecisionHoldsForOffersThatComeLaterAndAfterARestart() throws Exception {
        operator.hear(decision(Verdict.SPLIT, "Áureo", "Aureo"));
        operator.hear(rate("official", TODAY, 1.0 / 1_000));
        OperatorSubtaskState saved = operator.snapshot();
        operator.close();
        operator = new OpenComparables(saved);

        operator.see(HOLIDAY, dollars("aero", "1", "Áureo", 950));
        operator.see(HOLIDAY, pesos("ola", "2", "Aureo", 900_000, null));

        assertThat(now("ola/2").providers()).isEqualTo(1);
        assertThat(now("ola/2").offer().unitUsd()).isCloseTo(900, within(1e-9));
    }

    @Test
    void aDecisionElsewhereChangesNothing() throws Exception {
        operator.see(HOLIDAY, dollars("aero", "1", "Áureo", 950));
        operator.see(HOLIDAY, dollars("ola", "2", "Aureo", 900));
        operator.snapshot();
        int said = operator.said().size();

        operator.hear(
                new HotelDecision("PUJ", "aero", "Áureo", "ola", "Aureo", Verdict.SPLIT, "ana", Instant.EPOCH, null));
        operator.snapshot();

        assertThat(operator.said()).hasSize(said);
    }

    @Test
    void everyOrderOfPricesAndRatesEndsAsThePlainRuleSays() throws Exception {
        Random made = new Random(3);
        List<ComparableOffer> offers = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            String hotel =
                    List.of("Riu Áureo", "RIU AUREO 5*", "Plateado Beach").get(i % 3);
            @Nullable String kind = i % 4 == 0 ? "mep" : null;
            offers.add(
                    i % 2 == 0
                            ? pesos("p" + i % 5, "" + i, hotel, 900_000 + 1_000 * made.nextInt(40), kind)
                            : dollars("p" + i % 5, "" + i, hotel, 900 + made.nextInt(40)));
        }
        List<DatedRate> rates = List.of(
                rate("official", TODAY - 9, 1.0 / 900),
                rate("official", TODAY, 1.0 / 1_000),
                rate("official", TODAY + 1, 1.0 / 300),
                rate("mep", TODAY - 1, 1.0 / 1_100));
        RatesInForce plain = (currency, kind, day) -> kind == null ? 1.0 / 1_000 : 1.0 / 1_100;
        List<ComparableOffer> converted = new ArrayList<>();
        for (ComparableOffer offer : offers) {
            converted.add(offer.inUsd(plain));
        }
        NaiveComparables naive = new NaiveComparables(converted, true, "CUN");
        for (int round = 0; round < 4; round++) {
            close();
            open();
            playInAnyOrder(offers, rates, new Random(round));
            Map<String, Standing> winners = OpenComparables.winners(operator.said());
            for (ComparableOffer offer : converted) {
                assertThat(NaiveComparables.row(Objects.requireNonNull(winners.get(offer.key()))))
                        .isEqualTo(naive.row(offer));
            }
        }
    }

    private void playInAnyOrder(List<ComparableOffer> offers, List<DatedRate> rates, Random random) throws Exception {
        List<Object> all = new ArrayList<>(offers);
        all.addAll(rates);
        Collections.shuffle(all, random);
        for (Object each : all) {
            if (each instanceof ComparableOffer offer) {
                operator.see(HOLIDAY, offer);
            } else {
                operator.hear((DatedRate) each);
            }
            if (random.nextInt(5) == 0) {
                operator.snapshot();
            }
        }
        operator.snapshot();
    }

    private Standing now(String key) throws Exception {
        operator.snapshot();
        return Objects.requireNonNull(OpenComparables.winners(operator.said()).get(key));
    }

    private static HotelDecision decision(Verdict verdict, String ofAero, String ofOla) {
        return new HotelDecision("CUN", "ola", ofOla, "aero", ofAero, verdict, "ana", Instant.EPOCH, null);
    }

    private static DatedRate rate(String kind, int day, double usd) {
        return new DatedRate("ARS", kind, day, usd, 0);
    }

    private static ComparableOffer dollars(String provider, String id, String hotel, double usd) {
        return DollarOffers.of(provider, id, hotel, Double.NaN, DEPARTS, usd, true, 1, TODAY * MILLIS_OF_A_DAY);
    }

    private static ComparableOffer pesos(
            String provider, String id, String hotel, double unit, @Nullable String fxKind) {
        long seen = TODAY * MILLIS_OF_A_DAY;
        return new ComparableOffer(
                provider, id, hotel, Double.NaN, DEPARTS, Double.NaN, true, 1, seen, "ARS", unit, fxKind, seen);
    }
}
