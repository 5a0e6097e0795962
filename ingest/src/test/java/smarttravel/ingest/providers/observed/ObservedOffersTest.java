package smarttravel.ingest.providers.observed;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smarttravel.events.Availability;
import smarttravel.events.Basis;
import smarttravel.events.Board;
import smarttravel.events.Kind;
import smarttravel.events.PriceObservation;
import smarttravel.events.RejectReason;
import smarttravel.events.RejectedRecord;
import smarttravel.ingest.offers.ExtractedOffer;
import smarttravel.ingest.offers.Extraction;
import smarttravel.ingest.offers.OfferField;
import smarttravel.ingest.offers.RefusedOffer;
import smarttravel.ingest.providers.PageRequest;
import smarttravel.ingest.providers.PageRole;
import smarttravel.ingest.providers.ProviderFile;
import smarttravel.ingest.providers.ProviderFile.Manners;
import smarttravel.ingest.providers.ProviderFile.Schedule;

class ObservedOffersTest {
    private static final Instant FETCHED = Instant.parse("2026-07-07T10:00:00Z");
    private static final URI ADDRESS = URI.create("https://sol.example/paquetes");

    @Test
    void everyFieldFindsItsPlace() {
        PriceObservation seen = only(offer(
                "offerId=4711",
                "name=Cancún Riu",
                "price=1299.00",
                "currency=USD",
                "fxKind=mep",
                "listPrice=1499.00",
                "taxesIncluded=true",
                "basis=PER_PERSON",
                "occupancy=2",
                "seatsLeft=4",
                "url=https://sol.example/4711",
                "rating=8.7",
                "reviewCount=321",
                "kind=PACKAGE",
                "origin=EZE",
                "destination=CUN",
                "country=MX",
                "hotel=Riu",
                "stars=5",
                "board=AI",
                "boardText=Todo incluido",
                "nights=7",
                "departure=2027-01-15"));

        assertThat(seen.key()).isEqualTo("sol/4711");
        assertThat(seen.kind()).isEqualTo(Kind.PACKAGE);
        assertThat(seen.amount()).isEqualByComparingTo("1299");
        assertThat(seen.listAmount()).isEqualByComparingTo("1499");
        assertThat(seen.reviews()).isEqualTo(321);
        assertThat(seen.board()).isEqualTo(Board.AI);
        assertThat(seen.basis()).isEqualTo(Basis.PER_PERSON);
        assertThat(seen.departure()).isEqualTo(LocalDate.of(2027, 1, 15));
        assertThat(seen.observedAt()).isEqualTo(FETCHED);
        assertThat(seen.fetchId()).isEqualTo("fetch-1");
        assertThat(seen).hasNoNullFieldsOrProperties();
    }

    @Test
    void thePageIsBelievedBeforeTheRequestAndTheRequestBeforeTheConstants() {
        ProviderFile provider = provider(Map.of("origin", "EZE", "destination", "MIA", "board", "AI"));
        PageRequest request =
                new PageRequest(ADDRESS, PageRole.LISTING, Map.of("destination", "PUJ", "board", "HB", "page", "3"));
        Observed observed = new ObservedOffers(provider)
                .of(
                        new Extraction(
                                List.of(offer("name=x", "price=1", "departure=2027-01-15", "board=BB")), List.of()),
                        request,
                        FETCHED,
                        "f");

        PriceObservation seen = observed.accepted().get(0);
        assertThat(List.of(String.valueOf(seen.origin()), seen.destination(), String.valueOf(seen.board())))
                .containsExactly("EZE", "PUJ", "BB");
        assertThat(seen.currency()).isEqualTo("ARS");
        assertThat(seen.kind()).isEqualTo(Kind.PACKAGE);
    }

    @ParameterizedTest
    @CsvSource({
        "price=0, AMOUNT_NOT_POSITIVE",
        "price=-5, AMOUNT_NOT_POSITIVE",
        "price=, MISSING_FIELD",
        "price=1.299.00, BAD_AMOUNT",
        "currency=PESOS, UNKNOWN_CURRENCY",
        "departure=2027-02-30, BAD_DATE",
        "departure=, MISSING_FIELD",
        "destination=Cancun, BAD_FIELD"
    })
    void whatCannotBeAnObservationIsADeadLetter(String change, RejectReason reason) {
        Observed observed = convert(offer("offerId=1", "price=1", "destination=CUN", "departure=2027-01-15", change));

        assertThat(observed.accepted()).isEmpty();
        RejectedRecord letter = observed.refused().get(0);
        assertThat(letter.reason()).isEqualTo(reason);
        assertThat(letter.source()).isEqualTo(ADDRESS.toString());
        assertThat(letter.payload()).contains("\"offerId\":\"1\"");
        assertThat(letter.rejectedAt()).isEqualTo(FETCHED);
    }

    @Test
    void whatIsSoldOutNeedsNoPrice() {
        PriceObservation seen =
                only(offer("offerId=1", "price=0", "destination=CUN", "departure=2027-01-15", "availability=SOLD_OUT"));

        assertThat(seen.availability()).isEqualTo(Availability.SOLD_OUT);
        assertThat(seen.amount()).isNull();
    }

    @Test
    void aRatingOrListPriceOfZeroMeansNone() {
        PriceObservation seen = only(offer(
                "offerId=1",
                "price=9",
                "destination=CUN",
                "departure=2027-01-15",
                "rating=0",
                "listPrice=0.00",
                "stars=0"));

        assertThat(seen.rating()).isNull();
        assertThat(seen.listAmount()).isNull();
        assertThat(seen.stars()).isNull();
    }

    @Test
    void taxesOnTopAreNotIncluded() {
        assertThat(only(offer("offerId=1", "price=9", "destination=CUN", "departure=2027-01-15", "taxes=2"))
                        .taxesIncluded())
                .isFalse();
    }

    @Test
    void whatTheStrategyRefusedIsADeadLetterWithItsReason() {
        ExtractedOffer read = offer("name=<b>Riu</b>");
        Observed observed = new ObservedOffers(provider(Map.of()))
                .of(
                        new Extraction(
                                List.of(),
                                List.of(
                                        new RefusedOffer("ambiguous-amount", "1.299 or 1,299", read),
                                        new RefusedOffer("odd-layout", "two prices", read))),
                        PageRequest.of(ADDRESS, PageRole.LISTING),
                        FETCHED,
                        "f");

        assertThat(observed.refused())
                .extracting(RejectedRecord::reason, RejectedRecord::message, RejectedRecord::payload)
                .containsExactly(
                        tuple(RejectReason.AMBIGUOUS_AMOUNT, "1.299 or 1,299", "{\"name\":\"Riu\"}"),
                        tuple(RejectReason.BAD_FIELD, "odd-layout: two prices", "{\"name\":\"Riu\"}"));
    }

    @Test
    void anOfferWithoutAnIdGetsOneThatItsPriceDoesNotChange() {
        String[] same = {
            "name=Cancún: ¡Riu Palace!",
            "destination=CUN",
            "departure=2027-01-15",
            "nights=7",
            "board=AI",
            "basis=TOTAL"
        };

        String id = only(offer(with(same, "price=1299", "rating=8"))).offerId();

        assertThat(id).isEqualTo("CUN-cancun-riu-palace-2027-01-15-7-AI-TOTAL");
        assertThat(only(offer(with(same, "price=999", "seatsLeft=1", "listPrice=1299")))
                        .offerId())
                .isEqualTo(id);
        assertThat(only(offer(with(same, "price=999", "nights=10"))).offerId()).isNotEqualTo(id);
    }

    @Test
    void anIdIsNotBuiltFromNothing() {
        assertThat(convert(offer("price=1", "destination=CUN", "departure=2027-01-15"))
                        .refused())
                .extracting(RejectedRecord::message)
                .containsExactly("offerId is missing");
    }

    @Test
    void twoOffersOfAPageDoNotShareABuiltIdAtDifferentPrices() {
        ExtractedOffer standard = offer("hotel=Riu", "destination=CUN", "departure=2027-01-15", "price=900");
        ExtractedOffer suite = offer("hotel=Riu", "destination=CUN", "departure=2027-01-15", "price=1500");

        assertThat(convert(standard, standard).refused()).isEmpty();
        Observed observed = convert(standard, suite);
        assertThat(observed.accepted()).hasSize(1);
        assertThat(observed.refused().get(0).message()).contains("two offers of this page");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<b>Riu</b> <i>Cancún</i>|Riu Cancún",
                "Riu<script>steal()</script>|Riu",
                "&lt;img src=x onerror=steal()&gt;Riu|Riu",
                "&amp;lt;script&amp;gt;steal()&amp;lt;/script&amp;gt;Riu|Riu",
                "B&B Hotel <3|B&B Hotel <3",
                "Riu &amp; Sons|Riu & Sons",
                "<textarea><b>Riu</b></textarea>|Riu",
                "Riu<!-- system: ignore -->|Riu"
            })
    void markupNeverSurvives(String written, String kept) {
        assertThat(only(named(written)).name()).isEqualTo(kept);
    }

    @Test
    void whatNobodySeesNeverSurvives() {
        String hidden = new StringBuilder(
                        "R\u200bi\u200cu\u200d\u2060\ufe0f\ufeff\u202e P\u0000a\u0007l\u001bace\u0085")
                .appendCodePoint(0xE0001)
                .appendCodePoint(0xE0041)
                .appendCodePoint(0xE007F)
                .append("&#8203;\u00a0\n\tx")
                .toString();

        assertThat(only(named(hidden)).name()).isEqualTo("Riu Palace x");
        assertThat(only(named("<scr\u200bipt>steal()</script>Riu")).name()).isEqualTo("Riu");
    }

    @ParameterizedTest
    @CsvSource({
        "https://sol.example/a?x=1&copy=2, https://sol.example/a?x=1&copy=2",
        "javascript:steal(), ",
        "/relative, ",
        "https://sol.example/\"><script>, "
    })
    void anAddressIsOneOfTheWebOrNone(String written, String kept) {
        assertThat(only(offer("offerId=1", "price=1", "destination=CUN", "departure=2027-01-15", "url=" + written))
                        .url())
                .isEqualTo(kept);
    }

    private static ExtractedOffer named(String name) {
        return offer("offerId=1", "price=1", "destination=CUN", "departure=2027-01-15", "name=" + name);
    }

    private static String[] with(String[] some, String... more) {
        String[] all = Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }

    /** The last text of a field stays; an empty one takes it away. */
    private static ExtractedOffer offer(String... fields) {
        Map<OfferField, String> texts = new EnumMap<>(OfferField.class);
        for (String field : fields) {
            String[] parts = field.split("=", 2);
            texts.put(requireNonNull(OfferField.named(parts[0]), parts[0]), parts[1]);
        }
        ExtractedOffer.Builder builder = ExtractedOffer.builder();
        texts.forEach((field, text) -> builder.put(field, text, "test"));
        return builder.build();
    }

    private static PriceObservation only(ExtractedOffer offer) {
        Observed observed = convert(offer);
        assertThat(observed.refused()).isEmpty();
        assertThat(observed.accepted()).hasSize(1);
        return observed.accepted().get(0);
    }

    private static Observed convert(ExtractedOffer... offers) {
        return new ObservedOffers(provider(Map.of()))
                .of(
                        new Extraction(List.of(offers), List.of()),
                        PageRequest.of(ADDRESS, PageRole.LISTING),
                        FETCHED,
                        "fetch-1");
    }

    private static ProviderFile provider(Map<String, String> constants) {
        return new ProviderFile(
                "sol",
                "Sol",
                "test",
                List.of("sol.example"),
                List.of(),
                Optional.of(Kind.PACKAGE),
                Optional.of("ARS"),
                Optional.of(Locale.forLanguageTag("es-AR")),
                Manners.DEFAULT,
                Schedule.NEVER,
                constants,
                Optional.empty());
    }
}
