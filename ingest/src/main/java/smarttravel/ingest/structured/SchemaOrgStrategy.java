package smarttravel.ingest.structured;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import smarttravel.ingest.offers.ExtractedOffer;
import smarttravel.ingest.offers.Extraction;
import smarttravel.ingest.offers.OfferField;
import smarttravel.ingest.pages.Page;
import smarttravel.ingest.providers.PageReading;
import smarttravel.ingest.providers.PageReading.Signature;
import smarttravel.ingest.providers.PageRequest;
import smarttravel.ingest.providers.PageRole;
import smarttravel.ingest.providers.ProviderFile;
import smarttravel.ingest.providers.ProviderStrategy;
import smarttravel.ingest.providers.SearchCriteria;

/** Reads a provider by its pages' structured data alone: the file says where to start and what holds for every offer. */
final class SchemaOrgStrategy implements ProviderStrategy {
    private final ProviderFile file;
    private final List<StartPage> starts;
    private final StructuredData structuredData;

    SchemaOrgStrategy(ProviderFile file) {
        this.file = file;
        this.starts = file.start().stream().map(StartPage::of).toList();
        this.structuredData = new StructuredData(file.priceHint());
    }

    @Override
    public List<PageRequest> begin(SearchCriteria criteria) {
        if (criteria.kind().isPresent()
                && file.kind().isPresent()
                && !criteria.kind().equals(file.kind())) {
            return List.of();
        }
        Map<String, String> words = StartPage.words(criteria);
        List<PageRequest> pages = new ArrayList<>();
        for (StartPage start : starts) {
            start.address(words)
                    .ifPresent(address -> pages.add(new PageRequest(address, PageRole.LISTING, start.asked(words))));
        }
        return pages;
    }

    @Override
    public PageReading read(Page page, PageRequest request) {
        StructuredData.Reading reading = structuredData.read(page);
        List<ExtractedOffer> offers = reading.extraction().offers().stream()
                .map(offer -> completed(offer, request))
                .toList();
        URI next = reading.next();
        boolean leadsOn = next != null
                && !next.equals(page.address())
                && !next.equals(request.address())
                && isProviders(next, page.address());
        List<PageRequest> follow = leadsOn && next != null
                ? List.of(new PageRequest(next, PageRole.LISTING, request.context()))
                : List.of();
        return new PageReading(new Extraction(offers, reading.extraction().refused()), follow, signature(reading));
    }

    private static Signature signature(StructuredData.Reading reading) {
        if (!reading.speaks()) {
            return Signature.UNKNOWN;
        }
        return reading.saysEmpty() ? Signature.SAYS_EMPTY : Signature.RECOGNISED;
    }

    /** With what the page need not say: the provider's constants, and what the site was asked for. */
    private ExtractedOffer completed(ExtractedOffer read, PageRequest request) {
        ExtractedOffer.Builder offer = read.toBuilder();
        file.kind().ifPresent(kind -> offer.put(OfferField.KIND, kind.name(), "provider file"));
        file.constants().forEach((name, text) -> fill(offer, name, text, "provider file"));
        for (String name : List.of("origin", "destination", "occupancy")) {
            fill(offer, name, request.context().get(name), "search");
        }
        return offer.build();
    }

    private static void fill(ExtractedOffer.Builder offer, String name, @Nullable String text, String origin) {
        OfferField field = OfferField.named(name);
        if (field != null && offer.text(field) == null) {
            offer.put(field, text, origin);
        }
    }

    private boolean isProviders(URI address, URI page) {
        String host = host(address);
        if (file.hosts().isEmpty()) {
            return host.equals(host(page));
        }
        return file.hosts().stream().anyMatch(known -> host.equals(known) || host.endsWith("." + known));
    }

    private static String host(URI address) {
        String host = address.getHost();
        return host == null ? "" : host.toLowerCase(Locale.ROOT);
    }
}
