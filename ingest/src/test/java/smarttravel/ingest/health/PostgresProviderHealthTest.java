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
import java.time.Duration;
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
            for (String file :
                    List.of("V004__provider_health.sql", "V006__offer_fields.sql", "V007__held_prices_and_pages.sql")) {
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

        release("rise", Map.of(0, 7L));

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
    void pricesThatShiftOneByOneOnDetailsQuarantineTheProvider() {
        for (int offer = 0; offer < 5; offer++) {
            seen(detail("details", "offer-" + offer, "100", "USD"));
        }

        assertThat(seen(detail("details", "offer-0", "100000", "USD"))).isInstanceOf(Decision.Hold.class);
        assertThat(seen(detail("details", "offer-1", "100000", "USD"))).isInstanceOf(Decision.Hold.class);
        assertThat(events).as("two may be an error fare").isEmpty();
        assertThat(seen(detail("details", "offer-2", "100000", "USD"))).isInstanceOf(Decision.Hold.class);
        assertThat(events).hasSize(1);
    }

    @Test
    void pricesThatShiftedOnDetailsReadAtOnceAreNotConfirmedByTheNextCrawl() {
        List<String> offers = List.of("offer-0", "offer-1", "offer-2");
        offers.forEach(offer -> seen(detail("at-once", offer, "100", "USD")));
        List<SeenPage> shifted = offers.stream()
                .map(offer -> detail("at-once", offer, "100000", "USD"))
                .toList();
        List<Decision> decisions =
                shifted.stream().map(page -> health().decide(page)).toList();
        for (int page = 0; page < shifted.size(); page++) {
            health().settled(shifted.get(page), decisions.get(page));
        }

        Decision nextCrawl = seen(detail("at-once", "offer-0", "100000", "USD"));

        assertThat(nextCrawl).isInstanceOf(Decision.Hold.class);
        assertThat(events).hasSize(1);
    }

    @Test
    void aHeldPriceIsConfirmedByAnotherFetchAndNotByItself() {
        seen(detail("fare", "offer-0", "100", "USD"));
        SeenPage wild = detail("fare", "offer-0", "900", "USD");
        seen(wild);

        assertThat(health().decide(wild)).as("the same page again").isInstanceOf(Decision.Hold.class);
        assertThat(seen(detail("fare", "offer-0", "910", "USD"))).isInstanceOf(Decision.Publish.class);
        assertThat(seen(detail("fare", "offer-0", "900", "USD"))).isInstanceOf(Decision.Publish.class);
        assertThat(events).isEmpty();
    }

    @Test
    void aListingInAnotherCurrencyQuarantinesTheProvider() {
        seen(listing("dollars", 20, "1000"));

        assertThat(seen(inCurrency("ARS", listing("dollars", 20, "1000")))).isInstanceOf(Decision.Hold.class);
        assertThat(events)
                .singleElement()
                .satisfies(event ->
                        assertThat(event.message()).contains("20 known offers").contains("another currency"));
    }

    @Test
    void oneOfferInAnotherCurrencyIsBelievedWhenItIsSeenAgain() {
        seen(detail("moved", "offer-0", "1000", "USD"));

        assertThat(seen(detail("moved", "offer-0", "1000", "ARS"))).isInstanceOf(Decision.Hold.class);
        assertThat(seen(detail("moved", "offer-0", "1000", "BRL")))
                .as("a third currency")
                .isInstanceOf(Decision.Hold.class);
        assertThat(seen(detail("moved", "offer-0", "1000", "BRL"))).isInstanceOf(Decision.Publish.class);
        assertThat(seen(detail("moved", "offer-0", "1000", "BRL"))).isInstanceOf(Decision.Publish.class);
        assertThat(events).isEmpty();
    }

    @Test
    void aReleasedCurrencyIsTheNewNorm() {
        seen(listing("pesos", 20, "1000"));
        seen(inCurrency("ARS", listing("pesos", 20, "1000")));

        release("pesos", Map.of());

        assertThat(seen(inCurrency("ARS", listing("pesos", 20, "1000")))).isInstanceOf(Decision.Publish.class);
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

    @Test
    void aPageHeldByItselfBeforeTheQuarantineIsNotReleasedWithIt() {
        seen(listing("both", 20, "100"));
        seen(detail("both", "lonely", "100", "USD"));
        seen(detail("both", "lonely", "900", "USD"));
        pages += 600;
        seen(listing("both", 20, "400"));

        release("both", Map.of());

        assertThat(postgresCount("SELECT amount FROM last_prices WHERE provider = 'both' AND offer_id = 'lonely'"))
                .isEqualTo(100);
        assertThat(postgresCount("SELECT count(*) FROM page_figures WHERE provider = 'both' AND NOT believed"))
                .isEqualTo(1);
        assertThat(seen(listing("both", 20, "400"))).isInstanceOf(Decision.Publish.class);
    }

    @Test
    void pricesHeldOneByOneAreReleasedWithTheQuarantineThatTheyLedTo() {
        for (int offer = 0; offer < 3; offer++) {
            seen(detail("together", "offer-" + offer, "100", "USD"));
        }
        for (int offer = 0; offer < 3; offer++) {
            pages += 600;
            seen(detail("together", "offer-" + offer, "1000", "USD"));
        }

        release("together", Map.of());

        assertThat(postgresCount("SELECT count(*) FROM last_prices WHERE provider = 'together' AND amount = 1000"))
                .isEqualTo(3);
    }

    @Test
    void pagesThatWereHeldWhileTheQuarantineWasLiftedAreReleasedToo() {
        seen(listing("late", 20, "100"));
        seen(listing("late", 20, "400"));
        SeenPage inFlight = listing("late", 20, "410");
        Decision hold = health().decide(inFlight);
        Instant since = quarantines().heldSince("late");
        quarantines().released("late", Map.of(), since);
        health().settled(inFlight, hold);

        quarantines().releasedToo("late", Map.of(0, 9L), since);

        assertThat(postgresCount("SELECT count(*) FROM page_figures WHERE provider = 'late' AND believed"))
                .isEqualTo(2);
        assertThat(postgresCount("SELECT count(*) FROM last_prices WHERE provider = 'late' AND amount = 410"))
                .isEqualTo(20);
        assertThat(quarantines().decided("late")).containsEntry(0, 9L);
    }

    @Test
    void aKeptPageThatIsDoubtedAgainQuarantinesNobody() {
        seen(listing("kept", 20, "100"));
        SeenPage old = listing("kept", 20, "100000");
        SecondLook again = new SecondLook(health());

        assertThat(again.decide(old)).isInstanceOf(Decision.Hold.class);
        assertThat(again.decide(listing("kept", 20, "100"))).isInstanceOf(Decision.Publish.class);

        assertThat(quarantines().reasons()).doesNotContainKey("kept");
        assertThat(events).isEmpty();
        assertThat(health().decide(old)).isInstanceOf(Decision.Hold.class);
        assertThat(quarantines().reasons()).containsEntry("kept", "prices-shifted");
        assertThat(again.decide(listing("kept", 20, "100")))
                .as("while the provider is in quarantine")
                .isInstanceOf(Decision.Hold.class);
    }

    @Test
    void aFeedThatLosesMoreThanHalfOfItsRowsIsNoticed() {
        for (int crawl = 0; crawl < 3; crawl++) {
            assertThat(seen(feed("feeding", "all", 40))).isInstanceOf(Decision.Publish.class);
        }
        assertThat(seen(feed("feeding", "few", 10))).as("another feed").isInstanceOf(Decision.Publish.class);

        assertThat(seen(feed("feeding", "all", 19)))
                .isInstanceOfSatisfying(
                        Decision.Hold.class, hold -> assertThat(hold.reason()).isEqualTo("fewer-offers"));
    }

    @Test
    void aPageThatLosesItsNextLinkAndHalfItsOffersIsNoticedAndTheEndOfAListIsNot() {
        SeenPage first = listing("paged", 20, "100");
        SeenPage last = feed("paged", "last", PageRole.LISTING, 20);
        for (int crawl = 0; crawl < 3; crawl++) {
            seen(again(first, first.reading(), 20));
            seen(again(last, last.reading(), 20));
        }
        PageReading cut = feed("paged", "cut", PageRole.LISTING, 9).reading();

        assertThat(seen(again(last, cut, 9))).isInstanceOf(Decision.Publish.class);
        assertThat(seen(again(first, cut, 9)))
                .isInstanceOfSatisfying(
                        Decision.Hold.class, hold -> assertThat(hold.reason()).isEqualTo("fewer-offers"));
    }

    private static void release(String provider, Map<Integer, Long> decided) {
        assertThat(quarantines().holds(provider)).isTrue();
        quarantines().released(provider, decided, quarantines().heldSince(provider));
        assertThat(quarantines().holds(provider)).isFalse();
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
                                "USD",
                                List.of(missing).contains(OfferField.RATING) ? null : 8.7,
                                number))
                        .toList(),
                MONDAY.plusSeconds(number));
    }

    /** A page of one offer, the next that was fetched. */
    private SeenPage detail(String provider, String offer, String amount, String currency) {
        int number = ++pages;
        return new SeenPage(
                provider,
                "crawl-" + number,
                provider + "-task-" + number,
                PageRequest.of(URI.create("https://" + provider + ".example/" + offer), PageRole.DETAIL),
                new PageReading(
                        new Extraction(List.of(offer(amount, List.of())), List.of()), List.of(), Signature.RECOGNISED),
                List.of(observation(provider, offer, amount, currency, 8.7, number)),
                MONDAY.plusSeconds(number));
    }

    private SeenPage feed(String provider, String name, int offers) {
        return feed(provider, name, PageRole.FEED, offers);
    }

    /** A page that leads nowhere, the next that was fetched. */
    private SeenPage feed(String provider, String name, PageRole role, int offers) {
        SeenPage listing = listing(provider, offers, "100");
        return new SeenPage(
                provider,
                listing.crawl(),
                listing.task(),
                PageRequest.of(URI.create("https://" + provider + ".example/" + name), role),
                new PageReading(listing.reading().extraction(), List.of(), Signature.RECOGNISED),
                listing.observations(),
                listing.fetchedAt());
    }

    /** The same request's answer in the next crawl. */
    private SeenPage again(SeenPage page, PageReading reading, int offers) {
        SeenPage next = listing(page.provider(), offers, "100");
        return new SeenPage(
                page.provider(),
                next.crawl(),
                next.task(),
                page.request(),
                reading,
                next.observations(),
                next.fetchedAt());
    }

    private static SeenPage inCurrency(String currency, SeenPage page) {
        List<PriceObservation> observations = page.observations().stream()
                .map(seen -> observation(
                        seen.provider(), seen.offerId(), String.valueOf(seen.amount()), currency, seen.rating(), (int)
                                Duration.between(MONDAY, seen.observedAt()).toSeconds()))
                .toList();
        return new SeenPage(
                page.provider(),
                page.crawl(),
                page.task(),
                page.request(),
                page.reading(),
                observations,
                page.fetchedAt());
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
            String provider, String offer, String amount, String currency, @Nullable Double rating, int second) {
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
                currency,
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
