package smarttravel.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smarttravel.ingest.publishing.ObservationPublisher;
import smarttravel.ingest.rates.RateMapping;
import smarttravel.ingest.rates.RateReplay;
import smarttravel.stack.testing.Published;
import smarttravel.stack.testing.SharedFiles;
import smarttravel.stack.testing.Tables;

/**
 * A real hotel's prices in euros, levelled in US dollars at the rates of their days. The rates come last, so that every
 * figure here was corrected by a rate that came late.
 */
class RealHotelTest {
    private static Stack stack;
    private static Tables tables;
    private static List<String> known;

    @BeforeAll
    static void replayPricesAndThenRates(@TempDir Path folder) throws Exception {
        Path prices = SharedFiles.require("data/hotel-rates-lisbon-2016-2017/hotel_rates.csv");
        Path rates = SharedFiles.require("data/fx-ecb/eurofxref-hist.csv");
        known = Files.readAllLines(SharedFiles.require("expected/resort-hotel-levels.csv"));
        stack = QuickStack.start(folder);
        tables = new Tables(stack.clickHouseReader());
        Published.feed(prices, SharedFiles.ofProject("examples/mappings/lisbon-hotel.yaml"), stack.kafka());
        Published.awaitInTables(stack.kafka());
        assertThat(tables.number("SELECT count() FROM travel.seasonal_levels WHERE level IS NOT NULL"))
                .as("levels without rates")
                .isZero();
        try (ObservationPublisher publisher = ObservationPublisher.connect(stack.kafka())) {
            RateMapping mapping = RateMapping.read(SharedFiles.ofProject("examples/mappings/fx-ecb.yaml"));
            new RateReplay(rates, mapping, publisher, at -> {}, Clock.systemUTC()).run();
        }
        Published.awaitInTables(stack.kafka());
    }

    @AfterAll
    static void stop() {
        if (stack != null) {
            stack.close();
        }
    }

    @Test
    void levelsInDollarsAreThoseOfThePlainRecomputation() {
        Map<String, String[]> found = tables.lines("""
                        SELECT splitByChar('/', market)[5], formatDateTime(departure_month, '%Y-%m'), offers, level, idx
                        FROM travel.seasonal_levels""").stream()
                .map(line -> line.split("\\|", -1))
                .collect(Collectors.toMap(cells -> cells[0] + "|" + cells[1], Function.identity()));

        assertThat(found).hasSameSizeAs(known);
        assertThat(known).allSatisfy(line -> {
            String[] expected = line.split("\\|", -1);
            String[] cells = Objects.requireNonNull(found.get(expected[0] + "|" + expected[1]), line);
            assertThat(cells[2]).as("offers of " + line).isEqualTo(expected[2]);
            if (expected[3].isEmpty()) {
                assertThat(cells[3]).isEmpty();
            } else {
                assertThat(Double.parseDouble(cells[3])).isCloseTo(Double.parseDouble(expected[3]), within(0.01));
                assertThat(Double.parseDouble(cells[4])).isCloseTo(Double.parseDouble(expected[4]), within(0.01));
            }
        });
    }

    @Test
    void theCalendarSaysThatOnlyJulyAndAugustRestOnTwoYears() {
        assertThat(tables.lines("""
                        SELECT calendar_month FROM travel.seasonal_index
                        WHERE market LIKE '%/BB' AND years = 2 ORDER BY calendar_month""")).containsExactly("7", "8");
        assertThat(tables.number("SELECT countIf(years = 1) FROM travel.seasonal_index WHERE market LIKE '%/BB'"))
                .isEqualTo(10);
    }

    @Test
    void everyOfferHasItsPriceInDollars() {
        Awaitility.await("the rates in force")
                .atMost(Duration.ofSeconds(60))
                .until(() -> tables.number("SELECT countIf(usd IS NULL) FROM travel.offers") == 0);
        assertThat(tables.number("SELECT countIf(fx_stale) FROM travel.offers")).isZero();
    }
}
