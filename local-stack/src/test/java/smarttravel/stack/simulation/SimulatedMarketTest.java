package smarttravel.stack.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import smarttravel.events.Availability;
import smarttravel.events.PriceObservation;
import smarttravel.events.PriceObservationJson;
import smarttravel.stack.simulation.MarketTruth.PlantedSoldOut;
import smarttravel.stack.simulation.NaiveSeasonOracle.Level;
import smarttravel.stack.simulation.NaiveSeasonOracle.Seasons;
import smarttravel.stack.simulation.SeasonTruth.LeadTruth;
import smarttravel.stack.simulation.SeasonTruth.MonthTruth;

class SimulatedMarketTest {
    private static final Logger LOG = LoggerFactory.getLogger(SimulatedMarketTest.class);
    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 5, 28);
    private static final int DAYS = 540;
    private static final double INDEX_POINTS = 3;
    /** The median of a month that has not departed may fall on either side of a step of the booking curve. */
    private static final double OPEN_INDEX_POINTS = 10;

    @Test
    void theSameSeedGivesTheSameBytes() throws Exception {
        // Then: the digest is written down, so that another machine or JDK has to give it as well
        assertThat(digest(market(7, MarketSize.SMALL)))
                .isEqualTo("2acf643bf128adf2cdcfb89c6c2a1c1e9a292e27c932f9783350ab52d47a2b34");
    }

    @Test
    void anotherSeedGivesAnotherMarket() throws Exception {
        assertThat(digest(market(8, MarketSize.SMALL))).isNotEqualTo(digest(market(7, MarketSize.SMALL)));
    }

    @Test
    void aMarketMayBeReadTwice() {
        SimulatedMarket market = market(7, MarketSize.SMALL);

        assertThat(market.observations().limit(500))
                .containsExactlyElementsOf(market.observations().limit(500).toList());
    }

    @ParameterizedTest
    @EnumSource
    void thereAreAsManyObservationsAsTheSizeSays(MarketSize size) {
        long begun = System.nanoTime();
        long count =
                market(7, size).observations().map(PriceObservationJson::write).count();
        LOG.info("{}: {} observations as JSON in {} ms", size, count, (System.nanoTime() - begun) / 1_000_000);

        assertThat(count)
                .isBetween(size == MarketSize.DEMO ? 150_000L : 15_000L, size == MarketSize.DEMO ? 250_000L : 25_000L);
    }

    @Test
    void observationsComeByTimeAndTheTimesOfAnOfferStrictlyIncrease() {
        Map<String, Instant> newest = new HashMap<>();
        List<PriceObservation> observations =
                market(7, MarketSize.SMALL).observations().toList();

        for (PriceObservation seen : observations) {
            assertThat(seen.observedAt()).isAfter(newest.getOrDefault(seen.key(), Instant.MIN));
            newest.put(seen.key(), seen.observedAt());
        }
        assertThat(observations).extracting(PriceObservation::observedAt).isSorted();
        assertThat(observations.get(0).observedAt()).isAfter("2025-05-28T00:00:00Z");
        assertThat(observations.get(observations.size() - 1).observedAt())
                .isBetween("2026-11-18T00:00:00Z", "2026-11-19T00:00:00Z");
    }

    @Test
    void everyObservationPassesTheCodecUnchanged() {
        assertThat(market(7, MarketSize.DEMO).observations())
                .allSatisfy(seen -> assertThat(
                                PriceObservationJson.read(PriceObservationJson.write(seen), seen.observedAt()))
                        .isEqualTo(seen));
    }

    @ParameterizedTest
    @EnumSource
    void theRuleFindsThePlantedDropsAndNoOthers(MarketSize size) {
        SimulatedMarket market = market(7, size);
        MarketTruth truth = market.truth();

        List<NaiveDropOracle.OracleDrop> drops =
                NaiveDropOracle.drops(market.observations().toList());

        assertThat(drops).hasSizeGreaterThan(size == MarketSize.DEMO ? 80 : 10);
        assertThat(drops.stream()
                        .map(found -> found.offerId() + " " + found.observedAt() + " " + found.amount() + " of "
                                + found.baseline()))
                .containsExactlyInAnyOrderElementsOf(truth.drops().stream()
                        .map(planted -> planted.offerId() + " " + planted.observedAt() + " " + planted.amount() + " of "
                                + planted.baseline())
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void theRuleQuarantinesThePlantedOutliersAndNoOthers(MarketSize size) {
        SimulatedMarket market = market(7, size);

        List<PriceObservation> quarantined =
                NaiveDropOracle.findings(market.observations().toList()).quarantined();

        assertThat(quarantined.stream().map(seen -> seen.offerId() + " " + seen.observedAt() + " " + seen.amount()))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(market.truth().outliers().stream()
                        .map(planted -> planted.offerId() + " " + planted.observedAt() + " " + planted.amount())
                        .toList());
    }

    @Test
    void aSoldOutOfferHasNoPriceWhileItsPeriodLastsAndNeverElse() {
        SimulatedMarket market = market(7, MarketSize.SMALL);
        Map<String, PlantedSoldOut> periods = new HashMap<>();
        market.truth().soldOuts().forEach(gone -> periods.put(gone.provider() + "/" + gone.offerId(), gone));

        assertThat(periods).isNotEmpty();
        assertThat(market.observations()).allSatisfy(seen -> {
            PlantedSoldOut period = periods.get(seen.key());
            boolean gone = period != null
                    && !seen.observedAt().isBefore(period.firstAt())
                    && !seen.observedAt().isAfter(period.lastAt());
            assertThat(seen.availability()).isEqualTo(gone ? Availability.SOLD_OUT : Availability.AVAILABLE);
            assertThat(seen.amount() == null).isEqualTo(gone);
        });
    }

    @Test
    void aFakeDiscountIsRaisedByTenPercentAndClaimsTheRaisedPriceWithinAFortnight() {
        SimulatedMarket market = market(7, MarketSize.DEMO);
        Map<String, PriceObservation> cuts = new HashMap<>();
        market.observations().forEach(seen -> cuts.put(seen.key() + seen.observedAt(), seen));

        assertThat(market.truth().fakeDiscounts()).hasSizeGreaterThan(10).allSatisfy(fake -> {
            PriceObservation cut =
                    Objects.requireNonNull(cuts.get(fake.provider() + "/" + fake.offerId() + fake.cutAt()));
            assertThat(fake.raised()).isGreaterThanOrEqualTo(fake.before().multiply(new BigDecimal("1.10")));
            assertThat(Duration.between(fake.raisedAt(), fake.cutAt())).isLessThan(Duration.ofDays(14));
            assertThat(cut.amount()).isEqualTo(fake.before());
            assertThat(cut.listAmount()).isEqualTo(fake.raised());
        });
    }

    @Test
    void pesoPricesHaveFollowedTheDollarAFortnightAfterTheDevaluation() {
        SimulatedMarket market = market(7, MarketSize.SMALL);
        LocalDate jump = market.truth().devaluation();

        Map<String, Double> before = pesos(market, jump.minusDays(2));
        Map<String, Double> after = pesos(market, jump.plusDays(14));
        List<Double> rises = after.keySet().stream()
                .filter(before::containsKey)
                .map(offer -> after.getOrDefault(offer, 0.0) / before.getOrDefault(offer, 0.0))
                .sorted()
                .toList();

        assertThat(market.truth().pesosPerDollar()).hasSize(DAYS);
        assertThat(rises).hasSizeGreaterThan(5);
        assertThat(rises.get(rises.size() / 2)).isBetween(1.20, 1.28);
    }

    @ParameterizedTest
    @EnumSource
    void seasonsAndBookingCurvesCanBeRecovered(MarketSize size) {
        SimulatedMarket market = market(7, size);
        SortedMap<String, SeasonTruth> truth = market.truth().seasons();

        SortedMap<String, Seasons> found =
                NaiveSeasonOracle.seasons(market.observations().toList());

        assertThat(found.keySet())
                .containsExactlyElementsOf(truth.values().stream()
                        .filter(seasons -> seasons.currency().equals("USD"))
                        .map(SeasonTruth::market)
                        .toList());
        found.forEach((name, seasons) -> {
            // eighteen months: every calendar month was seen, but not every one in two years
            assertThat(seasons.coverage()).as(name).isEqualTo(12);
            assertThat(seasons.status()).as(name).isEqualTo("provisional");
            agrees(Objects.requireNonNull(truth.get(name)), seasons);
        });
    }

    private static void agrees(SeasonTruth truth, Seasons found) {
        for (MonthTruth month : truth.months()) {
            Level level = Objects.requireNonNull(found.months().get(month.month()));
            assertThat(level.offers()).as("%s %s", truth.market(), month).isEqualTo(month.offers());
            assertThat(level.index())
                    .as("%s %s", truth.market(), month)
                    .isCloseTo(month.expectedIndex(), within(month.departed() ? INDEX_POINTS : OPEN_INDEX_POINTS));
        }
        for (LeadTruth lead : truth.curve()) {
            assertThat(Objects.requireNonNull(found.curve().get(lead.leadBucket()))
                            .index())
                    .as("%s %s", truth.market(), lead)
                    .isCloseTo(lead.expectedIndex(), within(INDEX_POINTS));
        }
    }

    private static SimulatedMarket market(long seed, MarketSize size) {
        return SimulatedMarket.of(seed, FIRST_DAY, DAYS, size);
    }

    /** What peso offers cost on that day or the next, by offer: not every page is read every day. */
    private static Map<String, Double> pesos(SimulatedMarket market, LocalDate day) {
        Map<String, Double> amounts = new TreeMap<>();
        market.observations()
                .filter(seen -> "ARS".equals(seen.currency()))
                .filter(seen ->
                        List.of(day, day.plusDays(1)).contains(LocalDate.ofInstant(seen.observedAt(), ZoneOffset.UTC)))
                .forEach(seen -> amounts.put(
                        seen.offerId(), Objects.requireNonNull(seen.amount()).doubleValue()));
        return amounts;
    }

    private static String digest(SimulatedMarket market) throws Exception {
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        market.observations().map(PriceObservationJson::write).forEach(sha::update);
        return HexFormat.of().formatHex(sha.digest());
    }
}
