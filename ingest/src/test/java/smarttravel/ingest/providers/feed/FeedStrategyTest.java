package smarttravel.ingest.providers.feed;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import smarttravel.events.Availability;
import smarttravel.events.Board;
import smarttravel.events.PriceObservation;
import smarttravel.events.RejectReason;
import smarttravel.events.RejectedRecord;
import smarttravel.ingest.offers.ExtractedOffer;
import smarttravel.ingest.offers.OfferField;
import smarttravel.ingest.pages.Page;
import smarttravel.ingest.providers.PageReading;
import smarttravel.ingest.providers.PageReading.Signature;
import smarttravel.ingest.providers.PageRequest;
import smarttravel.ingest.providers.PageRole;
import smarttravel.ingest.providers.ProviderFile;
import smarttravel.ingest.providers.ProviderFileReader;
import smarttravel.ingest.providers.ProviderStrategy;
import smarttravel.ingest.providers.SearchCriteria;
import smarttravel.ingest.providers.observed.Observed;
import smarttravel.ingest.providers.observed.ObservedOffers;
import smarttravel.ingest.yaml.YamlFileException;

class FeedStrategyTest {
    private static final Instant FETCHED = Instant.parse("2026-07-07T10:00:00Z");
    private static final URI ADDRESS = URI.create("https://feeds.sol.example/offers.csv");
    private static final String HEADER = "code;name;to;out;nights;regime;price\n";

    @TempDir
    Path folder;

    @Test
    void rowsBecomeObservations() throws IOException {
        Observed observed = observe(FeedExamples.SOL_ROWS);

        assertThat(observed.refused()).isEmpty();
        PriceObservation first = observed.accepted().get(0);
        assertThat(first.key()).isEqualTo("sol/C-1");
        assertThat(first.name()).isEqualTo("Cancún; Riu \"Palace\"");
        assertThat(first.departure()).isEqualTo(LocalDate.of(2027, 1, 15));
        assertThat(first.board()).isEqualTo(Board.AI);
        assertThat(first.origin()).isEqualTo("EZE");
        assertThat(first.occupancy()).isEqualTo(2);
        assertThat(first.currency()).isEqualTo("USD");
        assertThat(first.observedAt()).isEqualTo(FETCHED);
        assertThat(observed.accepted().get(2).availability()).isEqualTo(Availability.SOLD_OUT);
    }

    @Test
    void theFeedSaysWhenAPriceHeldIfItIsMapped() throws IOException {
        String yaml = FeedExamples.SOL.replace("amount: price", "amount: price\n      observedAt: seen");
        Observed observed = observe(
                strategy(yaml),
                Page.ofText(
                        ADDRESS,
                        "code;name;to;out;nights;regime;price;seen\n1;x;CUN;15/01/2027;7;;9;2026-07-01T00:00:00Z\n"));

        assertThat(observed.accepted())
                .extracting(PriceObservation::observedAt)
                .containsExactly(Instant.parse("2026-07-01T00:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1;x;CUN;15/01/2027;7;Desayuno;1.299,00|BAD_AMOUNT",
                "1;x;CUN;15/01/2027;7;Desayuno;0|AMOUNT_NOT_POSITIVE",
                "1;x;CUN;30/02/2027;7;Desayuno;9|BAD_DATE",
                "1;x;CUN;15/01/2027;7;Según programa;9|BAD_FIELD",
                "1;x;CUN;15/01/2027;7;9|UNREADABLE_ROW",
                "1,x,CUN,15/01/2027,7,Desayuno,9|UNREADABLE_ROW",
                "1;\"x\"y;CUN;15/01/2027;7;Desayuno;9|UNREADABLE_ROW"
            })
    void aBadRowIsADeadLetterAndTheNextIsRead(String row, RejectReason reason) throws IOException {
        Observed observed = observe(HEADER + row + "\n2;y;CUN;15/01/2027;7;Desayuno;9\n");

        assertThat(observed.refused()).extracting(RejectedRecord::reason).containsExactly(reason);
        assertThat(observed.accepted()).extracting(PriceObservation::offerId).containsExactly("2");
    }

    @Test
    void aRefusedRowSaysItsLineAndShowsItself() throws IOException {
        assertThat(observe(HEADER + "only this\n").refused())
                .extracting(RejectedRecord::message)
                .containsExactly("line 2: the row has 1 columns, the header has 7: only this");
    }

    @Test
    void aQuoteThatIsNeverClosedCostsItsRowAndWhatFollows() throws IOException {
        Observed observed =
                observe(HEADER + "1;x;CUN;15/01/2027;7;Desayuno;9\n2;\"open;CUN\n3;y;CUN;15/01/2027;7;;9\n");

        assertThat(observed.accepted()).extracting(PriceObservation::offerId).containsExactly("1");
        assertThat(observed.refused().get(0).message()).contains("opens in line 3 is never closed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r", "\r\n", "\n"})
    void everyLineEndIsRead(String end) throws IOException {
        assertThat(observe(FeedExamples.SOL_ROWS.replace("\n", end)).accepted()).hasSize(3);
    }

    @Test
    void bytesOfWindowsAreRead() throws IOException {
        Page page = Page.ofBytes(ADDRESS, FeedExamples.SOL_ROWS.getBytes(ISO_8859_1), "text/csv");

        assertThat(observe(strategy(FeedExamples.SOL), page).accepted().get(0).name())
                .startsWith("Cancún");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'code;name;to;out;nights;regime;price'|SAYS_EMPTY",
                "'code,name,to,out,nights,regime,price'|UNKNOWN",
                "'code;name;to;out;nights;regime;precio'|UNKNOWN",
                "'<html><body>Volvemos pronto</body></html>'|UNKNOWN"
            })
    void aFeedWithoutRowsIsToldFromWhatIsNoFeed(String text, Signature signature) throws IOException {
        PageReading reading = strategy(FeedExamples.SOL).read(Page.ofText(ADDRESS, text), request());

        assertThat(reading.signature()).isEqualTo(signature);
        assertThat(reading.extraction().offers()).isEmpty();
    }

    @Test
    void aFeedOfBadRowsOnlyIsNotRecognised() throws IOException {
        PageReading reading = strategy(FeedExamples.SOL).read(Page.ofText(ADDRESS, HEADER + "a\nb\n"), request());

        assertThat(reading.signature()).isEqualTo(Signature.UNKNOWN);
        assertThat(reading.extraction().refused()).hasSize(2);
    }

    @Test
    void aSearchLeavesOutWhatIsNotLookedFor() throws IOException {
        SearchCriteria criteria = new SearchCriteria(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(LocalDate.of(2027, 1, 16)),
                Optional.of(LocalDate.of(2027, 1, 17)),
                OptionalInt.of(6),
                OptionalInt.empty(),
                OptionalInt.of(2));
        ProviderStrategy strategy = strategy(FeedExamples.SOL);

        assertThat(found(strategy, criteria)).containsExactly("C-2");
        assertThat(found(strategy, SearchCriteria.to("CTG"))).containsExactly("C-3");
        assertThat(found(strategy, SearchCriteria.to("MAD"))).isEmpty();
        assertThat(found(strategy, SearchCriteria.EVERYTHING)).hasSize(3);
    }

    private static List<String> found(ProviderStrategy strategy, SearchCriteria criteria) {
        PageRequest request = strategy.begin(criteria).get(0);
        return strategy.read(Page.ofText(ADDRESS, FeedExamples.SOL_ROWS), request).extraction().offers().stream()
                .map(offer -> String.valueOf(offer.text(OfferField.OFFER_ID)))
                .toList();
    }

    @Test
    void theMappingMayBeAFileBesideTheProviders() throws IOException {
        Files.writeString(folder.resolve("flights.yaml"), """
                fields:
                  provider: {constant: sol}
                  offerId: id
                  kind: {constant: FLIGHT}
                  destination: to
                  departure: out
                  amount: price
                  currency: {constant: USD}
                  observedAt: {constant: 2026-07-01}
                """);
        ProviderStrategy strategy = strategy("""
                id: sol
                strategy: feed
                hosts: sol.example
                start: https://sol.example/f
                rules: {mapping: flights.yaml}
                """);

        assertThat(observe(strategy, Page.ofText(ADDRESS, "id,to,out,price\n7,MAD,2027-01-15,99\n"))
                        .accepted())
                .extracting(PriceObservation::key)
                .containsExactly("sol/7");
    }

    @Test
    void rowsOfAnotherSellerAreRefused() throws IOException {
        ProviderStrategy strategy =
                strategy(FeedExamples.SOL.replace("offerId: code", "offerId: code\n      provider: name"));

        assertThat(observe(strategy, Page.ofText(ADDRESS, FeedExamples.SOL_ROWS))
                        .refused())
                .hasSize(3)
                .allSatisfy(letter -> assertThat(letter.message()).contains("is not 'sol', whose feed this is"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "start: https://feeds.sol.example/offers.csv|hosts: sol.example|wants start:",
                "amount: price|rating: price|'amount' is missing",
                "kind: PACKAGE|name: Sol|'kind' is missing",
                "mapping:|maping:|unknown key 'maping' in rules (did you mean 'mapping'?)"
            })
    void aFileThatCannotWorkIsRefusedWithItsPlace(String part, String instead, String complaint) throws IOException {
        String yaml = FeedExamples.SOL.replaceFirst("hosts: .sol.example.\n", part.startsWith("start") ? "" : "$0");

        assertThatThrownBy(() -> strategy(yaml.replace(part, instead)))
                .isInstanceOf(YamlFileException.class)
                .hasMessageStartingWith("sol.yaml:")
                .hasMessageContaining(complaint);
    }

    @Test
    void fiftyThousandRowsAreRead() throws IOException {
        StringBuilder rows = new StringBuilder(HEADER);
        for (int i = 0; i < 50_000; i++) {
            rows.append(i).append(";Riu;CUN;15/01/2027;7;Desayuno;99.50\n");
        }

        assertThat(strategy(FeedExamples.SOL)
                        .read(Page.ofText(ADDRESS, rows.toString()), request())
                        .extraction()
                        .offers())
                .hasSize(50_000)
                .last()
                .extracting(ExtractedOffer::texts)
                .asString()
                .contains("49999");
    }

    private Observed observe(String text) throws IOException {
        return observe(strategy(FeedExamples.SOL), Page.ofText(ADDRESS, text));
    }

    private Observed observe(ProviderStrategy strategy, Page page) throws IOException {
        return new ObservedOffers(file()).of(strategy.read(page, request()).extraction(), request(), FETCHED, "f");
    }

    private static PageRequest request() {
        return PageRequest.of(ADDRESS, PageRole.FEED);
    }

    private ProviderStrategy strategy(String yaml) throws IOException {
        Files.writeString(folder.resolve("sol.yaml"), yaml);
        return new FeedStrategyFactory().create(file());
    }

    private ProviderFile file() throws IOException {
        return ProviderFileReader.read(folder.resolve("sol.yaml"));
    }
}
