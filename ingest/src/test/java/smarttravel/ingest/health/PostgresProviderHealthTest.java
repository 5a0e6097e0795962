package smarttravel.ingest.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import smarttravel.events.Availability;
import smarttravel.events.Kind;
import smarttravel.events.PriceObservation;
import smarttravel.ingest.crawling.PublicationGate.Decision;
import smarttravel.ingest.crawling.PublicationGate.SeenPage;
import smarttravel.ingest.offers.ExtractedOffer;
import smarttravel.ingest.offers.Extraction;
import smarttravel.ingest.offers.OfferField;
import smarttravel.ingest.providers.PageReading;
import smarttravel.ingest.providers.PageReading.Signature;
import smarttravel.ingest.providers.PageRequest;
import smarttravel.ingest.providers.PageRole;

class PostgresProviderHealthTest {
    private static final Instant MONDAY = Instant.parse("2026-07-06T12:00:00Z");
    private static EmbeddedPostgres postgres;

    private final List<ProviderEvent> events = new ArrayList<>();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private int pages;

    @BeforeAll
    static void start() throws IOException, SQLException {
        postgres = EmbeddedPostgres.start();
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (String file : List.of("V004__provider_health.sql", "V006__offer_fields.sql")) {
                statement.execute(Files.readString(Path.of("../sql/postgres").resolve(file)));
            }
        }
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @Test
    void pagesThatLookAlikeAreBelieved() {
        for (int page = 0; page < 5; page++) {
            assertThat(seen(listing("even", 20, "100"))).isEqualTo(new Decision.Publish());
        }
        assertThat(events).isEmpty();
    }

    @Test
    void aBlockOfShiftedPricesQuarantinesTheProviderAndNobodyElse() {
        seen(listing("shift", 20, "100"));
        seen(listing("other", 20, "100"));

        Decision shifted = seen(listing("shift", 20, "100000"));

        assertThat(shifted)
                .isInstanceOfSatisfying(
                        Decision.Hold.class, hold -> assertThat(hold.reason()).isEqualTo("prices-shifted"));
        assertThat(seen(listing("shift", 20, "100")))
                .as("whatever comes until somebody decides")
                .isInstanceOf(Decision.Hold.class);
        assertThat(seen(listing("other", 20, "100"))).isInstanceOf(Decision.Publish.class);
        assertThat(events).hasSize(1).allSatisfy(event -> {
            assertThat(event.provider()).isEqualTo("shift");
            assertThat(event.what()).isEqualTo(ProviderEvent.What.QUARANTINED);
        });
        assertThat(meters.counter("travel_quarantines", "provider", "shift", "reason", "prices-shifted")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void releasedPagesAreTheNewNorm() {
        seen(listing("rise", 20, "100"));
        seen(listing("rise", 20, "400"));

        quarantines().released("rise", Map.of(0, 7L));

        assertThat(seen(listing("rise", 20, "410"))).isInstanceOf(Decision.Publish.class);
        assertThat(quarantines().decided("rise")).containsExactlyEntriesOf(Map.of(0, 7L));
    }

    @Test
    void discardedPagesNeverWere() {
        seen(listing("slip", 20, "100"));
        seen(listing("slip", 20, "400"));

        quarantines().discarded("slip", Map.of());

        assertThat(seen(listing("slip", 20, "101"))).isInstanceOf(Decision.Publish.class);
        assertThat(seen(listing("slip", 20, "400"))).isInstanceOf(Decision.Hold.class);
    }

    @Test
    void aLayoutThatLosesTheDatesIsNoticedOnceThereIsANorm() {
        for (int page = 0; page < 3; page++) {
            seen(listing("layout", 20, "100"));
        }

        Decision decision = seen(listing("layout", 20, "100", OfferField.DEPARTURE));

        assertThat(decision)
                .isInstanceOfSatisfying(
                        Decision.Hold.class, hold -> assertThat(hold.reason()).isEqualTo("field-vanished"));
    }

    @Test
    void aListingWhoseOffersLoseTheirRatingsIsNoticedAndOneOfOffersThatNeverHadThemIsNot() {
        seen(listing("rated", 20, "100"));
        for (int page = 0; page < 30; page++) {
            assertThat(seen(listing("unrated", 20, "100", OfferField.RATING))).isInstanceOf(Decision.Publish.class);
        }

        assertThat(seen(listing("rated", 20, "100", OfferField.RATING)))
                .isInstanceOfSatisfying(
                        Decision.Hold.class, hold -> assertThat(hold.message()).contains("rating"));
    }

    @Test
    void aPageCountedTwiceCountsOnce() {
        SeenPage page = listing("again", 20, "100");
        PostgresProviderHealth health = health();

        health.settled(page, new Decision.Publish());
        health.settled(page, new Decision.Publish());

        assertThat(postgresCount("SELECT count(*) FROM page_figures WHERE provider = 'again'"))
                .isEqualTo(1);
    }

    private Decision seen(SeenPage page) {
        PostgresProviderHealth health = health();
        Decision decision = health.decide(page);
        health.settled(page, decision);
        return decision;
    }

    private PostgresProviderHealth health() {
        return new PostgresProviderHealth(postgres.getPostgresDatabase(), events::add, meters);
    }

    private static PostgresQuarantines quarantines() {
        return new PostgresQuarantines(postgres.getPostgresDatabase(), Clock.systemUTC());
    }

    private SeenPage listing(String provider, int offers, String amount, OfferField... missing) {
        int number = ++pages;
        PageRequest request =
                PageRequest.of(URI.create("https://" + provider + ".example/" + number), PageRole.LISTING);
        PageRequest next = PageRequest.of(URI.create("https://" + provider + ".example/next"), PageRole.LISTING);
        List<ExtractedOffer> extracted = IntStream.range(0, offers)
                .mapToObj(offer -> offer(amount, List.of(missing)))
                .toList();
        return new SeenPage(
                provider,
                "crawl-" + number,
                provider + "-task-" + number,
                request,
                new PageReading(new Extraction(extracted, List.of()), List.of(next), Signature.RECOGNISED),
                IntStream.range(0, offers)
                        .mapToObj(offer -> observation(
                                provider,
                                "offer-" + offer,
                                amount,
                                List.of(missing).contains(OfferField.RATING) ? null : 8.7,
                                number))
                        .toList(),
                MONDAY.plusSeconds(number));
    }

    private static ExtractedOffer offer(String amount, List<OfferField> missing) {
        ExtractedOffer.Builder offer = ExtractedOffer.builder();
        Map<OfferField, String> texts =
                Map.of(OfferField.NAME, "Hotel", OfferField.PRICE, amount, OfferField.DEPARTURE, "2027-01-15");
        texts.forEach((field, text) -> {
            if (!missing.contains(field)) {
                offer.put(field, text, "test");
            }
        });
        return offer.build();
    }

    private static PriceObservation observation(
            String provider, String offer, String amount, @Nullable Double rating, int second) {
        return new PriceObservation(
                provider,
                offer,
                Kind.PACKAGE,
                null,
                null,
                "CUN",
                null,
                null,
                null,
                null,
                null,
                null,
                LocalDate.of(2027, 1, 15),
                null,
                null,
                new BigDecimal(amount),
                "USD",
                null,
                null,
                null,
                Availability.AVAILABLE,
                null,
                rating,
                null,
                null,
                MONDAY.plusSeconds(second),
                null);
    }

    private static long postgresCount(String question) {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(question)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
