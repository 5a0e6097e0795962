package smarttravel.ingest.selectors;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import smarttravel.ingest.offers.ExtractedOffer;
import smarttravel.ingest.offers.Extraction;
import smarttravel.ingest.offers.OfferField;
import smarttravel.ingest.pages.OfferExtractor;
import smarttravel.ingest.pages.Page;
import smarttravel.ingest.providers.PageReading;
import smarttravel.ingest.providers.PageReading.Signature;
import smarttravel.ingest.providers.PageRequest;
import smarttravel.ingest.providers.PageRole;
import smarttravel.ingest.providers.ProviderFile;
import smarttravel.ingest.providers.ProviderStrategy;
import smarttravel.ingest.providers.SearchCriteria;

/** Asks and reads a provider by the selectors of its file. */
public final class SelectorStrategy implements ProviderStrategy, OfferExtractor {
    private final ProviderFile file;
    private final SelectorRules rules;
    private final ItemReader listing;
    private final Optional<ItemReader> detail;

    /**
     * Compiles the file's rules.
     *
     * @throws smarttravel.ingest.yaml.YamlFileException naming the place of what is wrong
     */
    public SelectorStrategy(ProviderFile file) {
        this.file = file;
        this.rules = SelectorRules.of(file);
        this.listing = new ItemReader(file, rules.listing(), rules.words());
        this.detail = rules.detail().map(page -> new ItemReader(file, page.page(), rules.words()));
    }

    /** Everything a page says, whether it is a listing or a detail. */
    @Override
    public Extraction extract(Page page) {
        PageView view = new PageView(page, Map.of());
        PageFindings found = PageFindings.of(view, rules.listing(), listing, Optional.empty());
        if (found.isEmpty() && rules.detail().isPresent() && detail.isPresent()) {
            return PageFindings.of(view, rules.detail().get().page(), detail.get(), Optional.empty())
                    .extraction();
        }
        return found.extraction();
    }

    /** The addresses that ask for most of the criteria; without any, the pages on which everything begins. */
    @Override
    public List<PageRequest> begin(SearchCriteria criteria) {
        if (criteria.kind().isPresent()
                && file.kind().isPresent()
                && !criteria.kind().equals(file.kind())) {
            return List.of();
        }
        List<PageRequest> requests = new ArrayList<>();
        int most = rules.search().stream()
                .filter(template -> template.fill(criteria).isPresent())
                .mapToInt(template -> template.placeholders().size())
                .max()
                .orElse(0);
        rules.search().stream()
                .filter(template -> template.placeholders().size() == most)
                .forEach(template -> template.fill(criteria).ifPresent(requests::add));
        if (requests.isEmpty()) {
            file.start().forEach(address -> requests.add(PageRequest.of(address, PageRole.LISTING)));
        }
        return requests;
    }

    @Override
    public PageReading read(Page page, PageRequest request) {
        PageView view = new PageView(page, request.context());
        if (request.role() == PageRole.DETAIL && rules.detail().isPresent() && detail.isPresent()) {
            PageRules pageRules = rules.detail().get().page();
            PageFindings found = PageFindings.of(view, pageRules, detail.get(), Optional.empty());
            return new PageReading(found.extraction(), List.of(), signature(view, pageRules, found));
        }
        PageFindings found =
                PageFindings.of(view, rules.listing(), listing, rules.detail().map(SelectorRules.Detail::link));
        List<PageRequest> follow = new ArrayList<>();
        found.details().forEach((address, offer) -> {
            if (isOurs(view, address)) {
                follow.add(detail(address, offer, request));
            }
        });
        next(view, request, found).ifPresent(follow::add);
        return new PageReading(found.extraction(), follow, signature(view, rules.listing(), found));
    }

    /** What the listing says is known there; its money is not when the page has a price of its own. */
    private PageRequest detail(URI address, ExtractedOffer offer, PageRequest request) {
        boolean priced = rules.detail()
                .filter(its -> its.page().fields().containsKey(OfferField.PRICE))
                .isPresent();
        Map<String, String> context = new HashMap<>(request.context());
        offer.texts().forEach((OfferField field, String text) -> {
            if (!priced || !ItemDraft.isMoney(field)) {
                context.put(field.jsonName(), text);
            }
        });
        return new PageRequest(address, PageRole.DETAIL, context);
    }

    /** The next page; none after a page without items, so that a site that counts for ever is left. */
    private Optional<PageRequest> next(PageView view, PageRequest request, PageFindings found) {
        if (rules.next().isEmpty() || found.isEmpty()) {
            return Optional.empty();
        }
        return rules.next()
                .flatMap(next -> next.find(Item.shown(view, view.document())))
                .flatMap(link -> PageFindings.address(view, link.text()))
                .filter(address -> isOurs(view, address) && !address.equals(view.address()))
                .map(address -> new PageRequest(address, PageRole.LISTING, request.context()));
    }

    private boolean isOurs(PageView view, URI address) {
        return file.reads(address)
                || String.valueOf(address.getHost()).equals(view.address().getHost());
    }

    private Signature signature(PageView view, PageRules pageRules, PageFindings found) {
        if (found.isEmpty()
                && !rules.words().empty().isEmpty()
                && rules.words().empty().meaning(view.document().text()) != null) {
            return Signature.SAYS_EMPTY;
        }
        boolean recognised =
                pageRules.signature().map(css -> css.isIn(view.document())).orElse(!found.isEmpty());
        return recognised ? Signature.RECOGNISED : Signature.UNKNOWN;
    }
}
