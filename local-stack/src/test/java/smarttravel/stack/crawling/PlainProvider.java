package smarttravel.stack.crawling;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import smarttravel.events.Kind;
import smarttravel.ingest.fetching.FetchOutcome;
import smarttravel.ingest.fetching.PageFetcher;
import smarttravel.ingest.offers.ExtractedOffer;
import smarttravel.ingest.offers.Extraction;
import smarttravel.ingest.offers.OfferField;
import smarttravel.ingest.pages.Page;
import smarttravel.ingest.providers.PageReading;
import smarttravel.ingest.providers.PageReading.Signature;
import smarttravel.ingest.providers.PageRequest;
import smarttravel.ingest.providers.PageRole;
import smarttravel.ingest.providers.Provider;
import smarttravel.ingest.providers.ProviderFile;
import smarttravel.ingest.providers.ProviderFile.Manners;
import smarttravel.ingest.providers.ProviderFile.Schedule;
import smarttravel.ingest.providers.ProviderStrategy;
import smarttravel.ingest.providers.SearchCriteria;

/** Reads the lines of a {@link PlainSite}, and fetches them without manners. */
final class PlainProvider implements ProviderStrategy, PageFetcher {
    static final String ID = "plain";
    static final List<String> DESTINATIONS = destinations();

    private final URI site;
    private final Clock clock;
    private final HttpClient client = HttpClient.newHttpClient();

    PlainProvider(URI site, Clock clock) {
        this.site = site;
        this.clock = clock;
    }

    Provider provider() {
        ProviderFile file = new ProviderFile(
                ID,
                ID,
                ID,
                List.of("127.0.0.1"),
                List.of(),
                Optional.of(Kind.PACKAGE),
                Optional.of("USD"),
                Optional.empty(),
                new Manners(16, Duration.ZERO, Duration.ofSeconds(15), 1 << 20, true),
                Schedule.NEVER,
                Map.of("departure", "2027-01-15"),
                Optional.empty());
        return new Provider(file, this, "test");
    }

    @Override
    public List<PageRequest> begin(SearchCriteria criteria) {
        return DESTINATIONS.stream()
                .filter(destination ->
                        criteria.destination().map(destination::equals).orElse(true))
                .map(destination -> PageRequest.of(site.resolve("/list/" + destination + "/0"), PageRole.LISTING))
                .toList();
    }

    @Override
    public PageReading read(Page page, PageRequest request) {
        List<ExtractedOffer> offers = new ArrayList<>();
        List<PageRequest> follow = new ArrayList<>();
        for (String line : page.text().lines().toList()) {
            String[] words = line.split(" ", -1);
            if (words[0].equals("next")) {
                follow.add(PageRequest.of(site.resolve(words[1]), PageRole.LISTING));
            } else {
                offers.add(ExtractedOffer.builder()
                        .put(OfferField.DESTINATION, words[1], "line")
                        .put(OfferField.OFFER_ID, words[2], "line")
                        .put(OfferField.PRICE, words[3], "line")
                        .build());
            }
        }
        return new PageReading(new Extraction(offers, List.of()), follow, Signature.RECOGNISED);
    }

    @Override
    public FetchOutcome fetch(ProviderFile provider, String crawl, URI address) throws InterruptedException {
        Instant asked = clock.instant();
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("X-Process", String.valueOf(ProcessHandle.current().pid()))
                .build();
        try {
            byte[] body = client.send(request, HttpResponse.BodyHandlers.ofByteArray())
                    .body();
            Duration took = Duration.between(asked, clock.instant());
            return new FetchOutcome.Fetched(address, Optional.of("text/plain"), body, asked, false, took);
        } catch (IOException e) {
            return new FetchOutcome.Unavailable(FetchOutcome.Reason.CONNECTION, String.valueOf(e), asked);
        }
    }

    /** 25 made-up codes. */
    private static List<String> destinations() {
        List<String> codes = new ArrayList<>();
        for (char last = 'A'; last < 'A' + 25; last++) {
            codes.add("ZZ" + last);
        }
        return codes;
    }
}
