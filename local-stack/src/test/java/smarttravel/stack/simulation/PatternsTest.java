package smarttravel.stack.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import smarttravel.events.Availability;
import smarttravel.events.Kind;
import smarttravel.events.PriceDrop;
import smarttravel.events.PriceObservation;

/** The product's patterns against what was planted, and against an oracle that shares nothing with them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // so that the market is forgotten with the class
class PatternsTest {
    private static final Logger LOG = LoggerFactory.getLogger(PatternsTest.class);
    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 5, 28);
    private static final double LEAST = 0.95;

    /** Percentages that hit the rules' own and each other's exactly. */
    private static final int[] PERCENT = {40, 85, 90, 91, 95, 99, 100, 100, 100, 101, 104, 105, 106, 110, 120, 121};

    private final SimulatedMarket restless = SimulatedMarket.restless(7, FIRST_DAY, 540, MarketSize.DEMO);
    private final List<PriceObservation> observed = restless.observations().toList();
    private final PatternReading reading = PatternReading.of(observed);

    @Test
    void plantedFakeDiscountsAreFoundAndNoOthers() {
        Set<String> planted = restless.truth().fakeDiscounts().stream()
                .map(fake -> fake.provider() + "/" + fake.offerId() + " " + fake.raisedAt() + " " + fake.cutAt())
                .collect(Collectors.toSet());

        Set<String> found = reading.patterns().stream()
                .filter(pattern -> pattern.pattern().equals("fake-discount"))
                .map(fake -> fake.offer() + " " + fake.startedAt() + " " + fake.endedAt())
                .collect(Collectors.toSet());

        agree("fake discounts", planted, found);
    }

    @Test
    void plantedFlappingIsFoundFromItsFirstSwitchOnAndNoOther() {
        Set<String> planted = restless.truth().flapping().stream()
                .map(pair -> pair.provider() + "/" + pair.offerId() + " " + pair.firstAt())
                .collect(Collectors.toSet());

        Set<String> found = reading.patterns().stream()
                .filter(pattern -> pattern.pattern().equals("flapping"))
                .map(pair -> pair.offer() + " " + pair.startedAt())
                .collect(Collectors.toSet());

        agree("flapping", planted, found);
    }

    @Test
    void theOracleFindsTheSameAndOnlyDropsOfFlappingOffersSayThatTheyFlap() {
        Set<String> flappingOffers = restless.truth().flapping().stream()
                .map(pair -> pair.provider() + "/" + pair.offerId())
                .collect(Collectors.toSet());

        NaivePatternOracle.Findings naive = NaivePatternOracle.findings(observed);

        LOG.info("Simulated market: {}", counts(reading));
        assertThat(reading.patterns()).containsExactlyElementsOf(naive.patterns());
        assertThat(reading.drops().stream().map(PatternsTest::text))
                .containsExactlyInAnyOrderElementsOf(
                        naive.drops().stream().map(PatternsTest::text).toList());
        assertThat(reading.drops())
                .filteredOn(PriceDrop::flapping)
                .isNotEmpty()
                .allSatisfy(drop -> assertThat(flappingOffers).contains(drop.key()));
    }

    @Test
    void realFaresKeepTheirDropsAndTheOracleFindsTheSamePatternsInThem() {
        List<PriceObservation> fares = GoogleFlights.observations();

        PatternReading all = PatternReading.of(fares);

        LOG.info(
                "Real fares: {}, {} drops of offers that flap",
                counts(all),
                all.drops().stream().filter(PriceDrop::flapping).count());
        assertThat(all.drops().stream().map(PatternsTest::known))
                .hasSize(8_481)
                .containsExactlyInAnyOrderElementsOf(GoogleFlights.expected("google-flights-drops.csv.gz").stream()
                        .filter(line -> line.contains("|"))
                        .map(PatternsTest::known)
                        .toList());
        assertThat(all.patterns())
                .hasSizeGreaterThan(10_000)
                .isEqualTo(NaivePatternOracle.findings(fares).patterns());
    }

    @Test
    void theOracleFindsTheSameInThousandsOfRandomSeries() {
        List<PriceObservation> all = new ArrayList<>();
        for (int seed = 0; seed < 1_500; seed++) {
            all.addAll(randomSeries(seed));
        }

        PatternReading random = PatternReading.of(all);

        assertThat(random.patterns())
                .containsExactlyElementsOf(NaivePatternOracle.findings(all).patterns());
        assertThat(counts(random))
                .hasSize(6)
                .allSatisfy((pattern, count) -> assertThat(count).as(pattern).isGreaterThan(250));
    }

    private static void agree(String what, Set<String> planted, Set<String> found) {
        Set<String> both = new HashSet<>(planted);
        both.retainAll(found);
        double recall = (double) both.size() / planted.size();
        double precision = (double) both.size() / found.size();
        LOG.info(
                "{}: planted {}, found {}, precision {}, recall {}",
                what,
                planted.size(),
                found.size(),
                precision,
                recall);
        assertThat(planted).hasSizeGreaterThan(20);
        assertThat(precision).isGreaterThanOrEqualTo(LEAST);
        assertThat(recall).isGreaterThanOrEqualTo(LEAST);
    }

    private static Map<String, Long> counts(PatternReading reading) {
        return reading.patterns().stream()
                .collect(Collectors.groupingBy(FoundPattern::pattern, TreeMap::new, Collectors.counting()));
    }

    private static String text(PriceDrop drop) {
        return drop.key() + " " + drop.observedAt() + " " + plain(drop.amount()) + " of " + plain(drop.baseline()) + " "
                + drop.newLow();
    }

    private static String text(NaiveDropOracle.OracleDrop drop) {
        return drop.provider() + "/" + drop.offerId() + " " + drop.observedAt() + " " + plain(drop.amount()) + " of "
                + plain(drop.baseline()) + " " + drop.newLow();
    }

    /** A drop as the list of known ones writes it. */
    private static String known(PriceDrop drop) {
        return drop.offerId() + "|" + drop.observedAt() + "|" + plain(drop.amount()) + "|" + plain(drop.baseline())
                + "|" + (drop.newLow() ? 1 : 0);
    }

    private static String known(String line) {
        List<String> cells = List.of(line.split("\\|"));
        return String.join("|", cells.subList(0, 4)) + "|" + plain(new BigDecimal(cells.get(4))) + "|"
                + plain(new BigDecimal(cells.get(5))) + "|" + cells.get(6);
    }

    private static String plain(BigDecimal amount) {
        return amount.stripTrailingZeros().toPlainString();
    }

    /** An offer that steps between a handful of prices, some of them claimed to be reduced, and at times is sold out. */
    private static List<PriceObservation> randomSeries(int seed) {
        Random random = new Random(seed);
        List<PriceObservation> series = new ArrayList<>();
        LocalDate departure = FIRST_DAY.plusDays(random.nextInt(20, 80));
        Instant at = Instant.parse("2025-05-28T06:00:00Z");
        int few = random.nextInt(2, PERCENT.length);
        String currency = "USD";
        int count = random.nextInt(5, 50);
        for (int i = 0; i < count; i++) {
            at = at.plus(
                    Duration.ofHours(random.nextInt(12) == 0 ? 24L * random.nextInt(1, 16) : random.nextInt(6, 49)));
            currency = random.nextInt(60) == 0 ? "EUR" : "USD";
            boolean isGone = random.nextInt(15) == 0;
            long amount = 20L * PERCENT[(seed + random.nextInt(few)) % PERCENT.length];
            BigDecimal claimed = random.nextInt(3) == 0 ? BigDecimal.valueOf(20L * random.nextInt(90, 140)) : null;
            series.add(observation(
                    "r" + seed,
                    departure,
                    isGone ? null : BigDecimal.valueOf(amount),
                    isGone ? null : currency,
                    claimed,
                    at));
        }
        return series;
    }

    private static PriceObservation observation(
            String offer,
            LocalDate departure,
            @Nullable BigDecimal amount,
            @Nullable String currency,
            @Nullable BigDecimal claimed,
            Instant at) {
        return new PriceObservation(
                "random",
                offer,
                Kind.FLIGHT,
                null,
                "EZE",
                "MIA",
                null,
                null,
                null,
                null,
                null,
                null,
                departure,
                1,
                null,
                amount,
                currency,
                null,
                claimed,
                null,
                amount == null ? Availability.SOLD_OUT : Availability.AVAILABLE,
                null,
                null,
                null,
                null,
                at,
                null);
    }
}
