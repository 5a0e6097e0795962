package smarttravel.ingest.structured;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import smarttravel.ingest.offers.ExtractedOffer;
import smarttravel.ingest.offers.Extraction;
import smarttravel.ingest.offers.OfferField;
import smarttravel.ingest.offers.RefusedOffer;
import smarttravel.ingest.pages.OfferExtractor;
import smarttravel.ingest.pages.Page;
import smarttravel.ingest.prices.PriceHint;
import smarttravel.ingest.structured.items.PageMarkup;

/**
 * Reads the offers that a page describes to machines. Needs no knowledge of the site: JSON-LD, microdata and RDFa in
 * schema.org's words, and OpenGraph's product tags where nothing else tells a price.
 */
public final class StructuredData implements OfferExtractor {
    private static final Set<String> LISTS = Set.of("ItemList", "OfferCatalog");

    private final AmountReader amounts;

    /**
     * An extractor for pages of one site.
     *
     * @param hint settles what prices leave open
     */
    public StructuredData(PriceHint hint) {
        this.amounts = new AmountReader(hint);
    }

    @Override
    public Extraction extract(Page page) {
        return read(page).extraction();
    }

    /**
     * All that a page's markup says.
     *
     * @param next the next page of a listing
     * @param speaks whether there is any markup for machines
     * @param saysEmpty whether it is a list of nothing
     */
    record Reading(Extraction extraction, @Nullable URI next, boolean speaks, boolean saysEmpty) {}

    Reading read(Page page) {
        PageMarkup markup = PageMarkup.of(page.document());
        PageAddresses addresses = new PageAddresses(markup);
        SchemaOrgOffers schemaOrg = new SchemaOrgOffers(amounts, addresses);
        schemaOrg.read(markup.items());
        List<RefusedOffer> refused = new ArrayList<>(schemaOrg.refused());
        for (String complaint : markup.complaints()) {
            refused.add(new RefusedOffer(
                    "broken-json-ld", complaint, ExtractedOffer.builder().build()));
        }
        Extraction extraction = new Extraction(schemaOrg.offers(), refused);
        boolean contradicted = refused.stream().anyMatch(offer -> offer.reason().equals("contradicting-price"));
        if (extraction.offers().isEmpty() && !contradicted) {
            extraction = extraction.and(new OpenGraphOffers(markup, amounts, addresses).read());
        }
        boolean speaks = !markup.items().isEmpty() || !refused.isEmpty() || OpenGraphOffers.speaks(markup);
        return new Reading(
                located(extraction, markup, addresses, page),
                addresses.fetchable(markup.next()),
                speaks,
                extraction.offers().isEmpty() && refused.isEmpty() && isEmptyList(markup));
    }

    private static boolean isEmptyList(PageMarkup markup) {
        return markup.items().stream().anyMatch(item -> item.isOneOf(LISTS) && "0".equals(item.text("numberOfItems")));
    }

    /** The only offer of a page is found at the page's own address unless it says another. */
    private static Extraction located(Extraction read, PageMarkup markup, PageAddresses addresses, Page page) {
        if (read.offers().size() != 1 || read.offers().get(0).has(OfferField.URL)) {
            return read;
        }
        String canonical = addresses.absolute(markup.canonical());
        ExtractedOffer.Builder offer = read.offers().get(0).toBuilder();
        if (canonical != null) {
            offer.put(OfferField.URL, canonical, "link rel=canonical");
        } else {
            offer.put(OfferField.URL, addresses.absolute(page.address().toString()), "the page's address");
        }
        return new Extraction(List.of(offer.build()), read.refused());
    }
}
