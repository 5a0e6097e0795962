package smarttravel.ingest.crawling.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import smarttravel.events.Kind;
import smarttravel.ingest.fetching.FetchOutcome;
import smarttravel.ingest.fetching.PageFetcher;
import smarttravel.ingest.offers.ExtractedOffer;
import smarttravel.ingest.offers.Extraction;
import smarttravel.ingest.offers.OfferField;
import smarttravel.ingest.offers.RefusedOffer;
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

/**
 * A provider in memory whose pages are lines: {@code offer ID PRICE}, {@code next ADDRESS}; an offer without a number for a
 * price is refused. Pages that it does not have cannot be had; an outcome can be set for a page.
 */
public final class LineSite implements ProviderStrategy, PageFetcher {
    /** The observations' provider. */
    public static final String ID = "lines";

    private static final URI HOME = URI.create("http://lines.example/");

    private final Map<URI, String> pages = new ConcurrentHashMap<>();
    private final Map<URI, FetchOutcome> outcomes = new ConcurrentHashMap<>();
    private final Map<URI, Integer> fetches = new ConcurrentHashMap<>();
    private final Clock clock;
    private final String price;
    private Schedule schedule = Schedule.NEVER;

    /** Whose prices are whole numbers. */
    public LineSite(Clock clock) {
        this(clock, "\\d+");
    }

    /** Whose prices look like that; what they hold beside digits does not count. */
    public LineSite(Clock clock, String price) {
        this.clock = clock;
        this.price = price;
    }

    /** Adds a page. */
    public LineSite page(String path, String... lines) {
        pages.put(HOME.resolve(path), String.join("\n", lines));
        return this;
    }

    /** From now on the page ends like this. */
    public void answers(String path, FetchOutcome outcome) {
        outcomes.put(HOME.resolve(path), outcome);
    }

    /** When it is crawled. */
    public LineSite scheduled(Schedule when) {
        schedule = when;
        return this;
    }

    /** How often a page was fetched. */
    public int fetches(String path) {
        return fetches.getOrDefault(HOME.resolve(path), 0);
    }

    /** As a provider. */
    public Provider provider() {
        Manners manners = new Manners(2, Duration.ZERO, Duration.ofSeconds(15), 1 << 20, true);
        ProviderFile file = new ProviderFile(
                ID,
                ID,
                ID,
                List.of("lines.example"),
                List.of(),
                Optional.of(Kind.PACKAGE),
                Optional.of("USD"),
                Optional.empty(),
                manners,
                schedule,
                Map.of("departure", "2027-01-15", "destination", "CUN"),
                Optional.empty());
        return new Provider(file, this, "test");
    }

    @Override
    public List<PageRequest> begin(SearchCriteria criteria) {
        return List.of(request("start"));
    }

    @Override
    public PageReading read(Page page, PageRequest request) {
        List<ExtractedOffer> offers = new ArrayList<>();
        List<RefusedOffer> refused = new ArrayList<>();
        List<PageRequest> follow = new ArrayList<>();
        for (String line : page.text().lines().toList()) {
            String[] words = line.split(" ", -1);
            if (words[0].equals("next")) {
                follow.add(request(words[1]));
            } else if (words[2].matches(price)) {
                offers.add(ExtractedOffer.builder()
                        .put(OfferField.OFFER_ID, words[1], "line")
                        .put(OfferField.PRICE, words[2].replaceAll("\\D", ""), "line")
                        .build());
            } else {
                refused.add(new RefusedOffer(
                        "ambiguous-amount", line, ExtractedOffer.builder().build()));
            }
        }
        return new PageReading(new Extraction(offers, refused), follow, Signature.RECOGNISED);
    }

    private static PageRequest request(String path) {
        return PageRequest.of(HOME.resolve(path), PageRole.LISTING);
    }

    @Override
    public FetchOutcome fetch(ProviderFile provider, String crawl, URI address) {
        fetches.merge(address, 1, Integer::sum);
        FetchOutcome outcome = outcomes.get(address);
        if (outcome != null) {
            return outcome;
        }
        byte[] body = pages.getOrDefault(address, "").getBytes(UTF_8);
        return new FetchOutcome.Fetched(
                address, Optional.of("text/plain"), body, clock.instant(), false, Duration.ZERO);
    }
}
