package smarttravel.stack.sites;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import smarttravel.events.PriceObservation;
import smarttravel.events.RejectedRecord;
import smarttravel.ingest.pages.Page;
import smarttravel.ingest.providers.PageReading;
import smarttravel.ingest.providers.PageReading.Signature;
import smarttravel.ingest.providers.PageRequest;
import smarttravel.ingest.providers.ProviderFile;
import smarttravel.ingest.providers.ProviderFileReader;
import smarttravel.ingest.providers.ProviderStrategy;
import smarttravel.ingest.providers.ProviderStrategyFactory;
import smarttravel.ingest.providers.SearchCriteria;
import smarttravel.ingest.providers.observed.Observed;
import smarttravel.ingest.providers.observed.ObservedOffers;

/** Asks a site for everything that its provider's strategy wants to see, one page after another and without manners. */
final class WholeCrawl {
    private static final Instant FETCHED = Instant.parse("2026-11-23T12:00:00Z");

    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final ProviderFile file;
    private final ProviderStrategy strategy;
    private final List<PriceObservation> observations = new ArrayList<>();
    private final List<RejectedRecord> refused = new ArrayList<>();
    private final List<Signature> signatures = new ArrayList<>();

    private WholeCrawl(ProviderFile file) {
        this.file = file;
        this.strategy = ServiceLoader.load(ProviderStrategyFactory.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(factory -> factory.name().equals(file.strategy()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no strategy " + file.strategy()))
                .create(file);
    }

    /** Crawls until nothing is left to follow. */
    static WholeCrawl of(Path providerFile, SearchCriteria criteria) throws IOException, InterruptedException {
        WholeCrawl crawl = new WholeCrawl(ProviderFileReader.read(providerFile));
        Deque<PageRequest> open = new ArrayDeque<>(crawl.strategy.begin(criteria));
        Set<URI> asked = new HashSet<>();
        while (!open.isEmpty()) {
            PageRequest request = open.remove();
            if (asked.add(request.address())) {
                open.addAll(crawl.visit(request));
            }
        }
        return crawl;
    }

    private List<PageRequest> visit(PageRequest request) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer =
                client.send(HttpRequest.newBuilder(request.address()).build(), HttpResponse.BodyHandlers.ofByteArray());
        String type = answer.headers().firstValue("Content-Type").orElse(null);
        PageReading reading = strategy.read(Page.ofBytes(answer.uri(), answer.body(), type), request);
        Observed observed = new ObservedOffers(file).of(reading.extraction(), request, FETCHED, "crawl");
        observations.addAll(observed.accepted());
        refused.addAll(observed.refused());
        signatures.add(reading.signature());
        return reading.follow();
    }

    List<PriceObservation> observations() {
        return observations;
    }

    List<RejectedRecord> refused() {
        return refused;
    }

    /** One per page that was read. */
    List<Signature> signatures() {
        return signatures;
    }
}
