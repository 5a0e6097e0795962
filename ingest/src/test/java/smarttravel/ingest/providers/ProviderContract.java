package smarttravel.ingest.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import smarttravel.events.Availability;
import smarttravel.events.Kind;
import smarttravel.events.PriceObservation;
import smarttravel.ingest.offers.ExtractedOffer;
import smarttravel.ingest.offers.OfferField;
import smarttravel.ingest.pages.Page;
import smarttravel.ingest.providers.PageReading.Signature;
import smarttravel.ingest.providers.observed.Observed;
import smarttravel.ingest.providers.observed.ObservedOffers;

/**
 * What every strategy must do, whatever its site looks like. A strategy's test extends this, gives the three things below
 * and adds what is its own.
 */
public abstract class ProviderContract {
    private static final Instant FETCHED = Instant.parse("2026-07-07T10:00:00Z");
    private static final int THREADS = 4;

    @TempDir
    protected Path folder;

    private ProviderFile file;
    private ProviderStrategy strategy;
    private Sample sample;

    /** A page of the provider with at least two offers that are complete. */
    public record Sample(PageRequest request, String text) {
        public static Sample of(String address, PageRole role, String text) {
            return new Sample(PageRequest.of(URI.create(address), role), text);
        }

        Page page() {
            return Page.ofText(request.address(), text);
        }
    }

    /** Makes the strategy. */
    protected abstract ProviderStrategyFactory factory();

    /** A provider's file that uses it; {@link #yaml} reads one from a text. */
    protected abstract ProviderFile provider() throws IOException;

    /** Asked for once per test. */
    protected abstract Sample sample() throws IOException;

    /** What the provider cannot serve: unless this is overridden, a kind that it does not sell. */
    protected SearchCriteria unservable() {
        Kind other = file.kind().equals(Optional.of(Kind.CRUISE)) ? Kind.FLIGHT : Kind.CRUISE;
        return new SearchCriteria(
                Optional.of(other),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty());
    }

    /** The file of that text. */
    protected ProviderFile yaml(String text) throws IOException {
        return ProviderFileReader.read(Files.writeString(folder.resolve("provider.yaml"), text));
    }

    @BeforeEach
    void make() throws IOException {
        file = provider();
        strategy = factory().create(file);
        sample = sample();
    }

    @Test
    void itsFactoryHasTheNameThatFilesUse() {
        assertThat(factory().name()).isEqualTo(file.strategy()).matches("[a-z][a-z0-9-]*");
    }

    @Test
    void everythingBeginsWithPagesOfItsHosts() {
        assertThat(strategy.begin(SearchCriteria.EVERYTHING)).isNotEmpty().allMatch(this::isItsOwn);
    }

    @Test
    void criteriaThatItCannotServeBeginWithNothing() {
        assertThat(strategy.begin(unservable())).isEmpty();
    }

    @Test
    void beginningTwiceBeginsTheSame() {
        assertThat(strategy.begin(SearchCriteria.EVERYTHING)).isEqualTo(strategy.begin(SearchCriteria.EVERYTHING));
        assertThat(strategy.begin(SearchCriteria.to("CUN"))).isEqualTo(strategy.begin(SearchCriteria.to("CUN")));
    }

    @Test
    void itsPageIsRecognisedAndEveryOfferOfItIsComplete() {
        PageReading reading = strategy.read(sample.page(), sample.request());

        assertThat(reading.signature()).isEqualTo(Signature.RECOGNISED);
        assertThat(reading.extraction().offers()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(reading.extraction().offers()).allSatisfy(offer -> {
            assertThat(offer.has(OfferField.NAME) || offer.has(OfferField.HOTEL))
                    .as("a name: %s", offer)
                    .isTrue();
            assertThat(offer.has(OfferField.PRICE) || "SOLD_OUT".equals(offer.text(OfferField.AVAILABILITY)))
                    .as("a price or sold out: %s", offer)
                    .isTrue();
        });
    }

    @Test
    void itsOffersAreValidObservations() {
        Observed observed = observed(strategy.read(sample.page(), sample.request()));

        assertThat(observed.refused()).isEmpty();
        assertThat(observed.accepted())
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(seen -> {
                    assertThat(seen.provider()).isEqualTo(file.id());
                    assertThat(seen.departure()).isNotNull();
                    if (seen.availability() == Availability.AVAILABLE) {
                        assertThat(seen.amount()).isPositive();
                        assertThat(seen.currency()).isNotNull();
                    }
                })
                .extracting(PriceObservation::offerId)
                .doesNotHaveDuplicates();
    }

    @Test
    void readingTwiceGivesTheSameOffersWithTheSameIds() {
        Observed first = observed(strategy.read(sample.page(), sample.request()));
        Observed second = observed(factory().create(file).read(sample.page(), sample.request()));

        assertThat(second).isEqualTo(first);
    }

    @Test
    void furtherPagesAreOnItsHosts() {
        assertThat(strategy.read(sample.page(), sample.request()).follow()).allMatch(this::isItsOwn);
    }

    @ParameterizedTest
    @MethodSource("pagesOfOthers")
    void aPageThatIsNotItsOwnGivesNothing(String what) {
        assertNothing(NotItsPages.named(what));
    }

    static List<String> pagesOfOthers() {
        return NotItsPages.names();
    }

    @Test
    void aPageCutOffNearItsStartGivesNothing() {
        assertNothing(sample.text().substring(0, Math.min(100, sample.text().length() / 10)));
    }

    @Test
    void aPageCutOffAnywhereIsRead() {
        for (int tenth = 0; tenth <= 10; tenth++) {
            String cut = sample.text().substring(0, sample.text().length() * tenth / 10);
            assertThatCode(() -> observed(read(cut))).doesNotThrowAnyException();
        }
    }

    @Test
    void manyThreadsReadTheSame() throws Exception {
        List<Map<OfferField, String>> alone = texts(strategy.read(sample.page(), sample.request()));
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<List<Map<OfferField, String>>>> readings = new ArrayList<>();
            for (int i = 0; i < 10 * THREADS; i++) {
                readings.add(threads.submit(() -> texts(strategy.read(sample.page(), sample.request()))));
            }
            for (Future<List<Map<OfferField, String>>> reading : readings) {
                assertThat(reading.get()).isEqualTo(alone);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private void assertNothing(String text) {
        PageReading reading = read(text);

        assertThat(reading.signature()).isIn(Signature.UNKNOWN, Signature.SAYS_EMPTY);
        assertThat(reading.extraction().offers()).isEmpty();
        assertThat(reading.follow()).allMatch(this::isItsOwn);
    }

    private PageReading read(String text) {
        return strategy.read(Page.ofText(sample.request().address(), text), sample.request());
    }

    private Observed observed(PageReading reading) {
        return new ObservedOffers(file).of(reading.extraction(), sample.request(), FETCHED, "fetch-1");
    }

    private static List<Map<OfferField, String>> texts(PageReading reading) {
        return reading.extraction().offers().stream().map(ExtractedOffer::texts).toList();
    }

    private boolean isItsOwn(PageRequest request) {
        String host = String.valueOf(request.address().getHost()).toLowerCase(Locale.ROOT);
        return file.hosts().stream().anyMatch(own -> host.equals(own) || host.endsWith("." + own));
    }
}
