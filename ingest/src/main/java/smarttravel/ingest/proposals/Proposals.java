package smarttravel.ingest.proposals;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import smarttravel.events.RejectReason;
import smarttravel.ingest.offers.ExtractedOffer;
import smarttravel.ingest.offers.Extraction;
import smarttravel.ingest.offers.RefusedOffer;
import smarttravel.ingest.pages.Page;
import smarttravel.ingest.providers.ProviderFile;
import smarttravel.ingest.providers.ProviderFileReader;
import smarttravel.ingest.selectors.SelectorStrategy;

/**
 * Drafts a provider's file from one listing page, without being told any selector.
 *
 * <p>The data flow: {@link PageFlow} (text in one piece) -> {@link PriceSpots} (amounts and what they are) ->
 * {@link RecordSets} (alike elements that hold a price) -> {@link RecordSetScore} (which of them are the offers) ->
 * {@link Draft} ({@link NameColumn}, {@link PriceColumns}, {@link LinkColumn}, {@link ItemSelector}) -> {@link DraftYaml}.
 */
public final class Proposals {
    private static final double LEAST_SCORE = 3.5;
    private static final int TRIED = 3;
    private static final int MAX_OFFERS = 500;

    private Proposals() {}

    /** The best proposal for the page; empty, with the reason, when nothing that repeats holds a price. */
    public static Proposal of(Page page) {
        PageFlow flow = PageFlow.of(page.document().body());
        List<PriceSpot> spots = PriceSpots.find(flow);
        long prices = spots.stream()
                .filter(spot -> spot.role() == PriceSpot.Role.PRICE)
                .count();
        if (prices < 2) {
            return Proposal.nothing("the page shows " + (prices == 0 ? "no price" : "one price only"));
        }
        List<Rated> rated = rated(RecordSets.in(spots));
        if (rated.isEmpty()) {
            return Proposal.nothing(spots.size() + " amounts stand on the page, but no block that repeats holds one");
        }
        for (Rated candidate : rated.subList(0, Math.min(TRIED, rated.size()))) {
            Optional<Draft> draft = candidate.score < LEAST_SCORE
                    ? Optional.empty()
                    : Draft.of(candidate.set, candidate.score, flow, page);
            if (draft.isPresent()) {
                return proposal(page, draft.get(), spots);
            }
        }
        return Proposal.nothing(
                "what repeats and holds a price does not look like a list of offers: too few, without names,"
                        + " or in a place for filters and recommendations");
    }

    /** The page; of one with very many records, what stands before the last of those that are shown. */
    private static Page firstRecords(Page page, Draft draft) {
        Document copy = page.document();
        if (copy.select(draft.item()).size() <= MAX_OFFERS) {
            return page;
        }
        copy = copy.clone();
        Elements records = copy.select(draft.item());
        records.subList(MAX_OFFERS, records.size()).forEach(Element::remove);
        return Page.ofText(page.address(), copy.outerHtml());
    }

    private record Rated(RecordSet set, double score) {}

    private static List<Rated> rated(List<RecordSet> sets) {
        return sets.stream()
                .map(set -> new Rated(set, RecordSetScore.of(set)))
                .sorted(Comparator.comparingDouble(Rated::score).reversed())
                .toList();
    }

    private static Proposal proposal(Page page, Draft draft, List<PriceSpot> spots) {
        PageSite site = PageSite.of(page);
        PageMarket market = PageMarket.of(page.document(), site.host(), spots);
        String why = String.format(
                Locale.ROOT,
                "%d blocks hold a price and are built alike (score %.1f)",
                draft.set().records().size(),
                draft.score());
        String yaml = DraftYaml.write(draft, site, market);
        ProviderFile file = ProviderFileReader.read("draft", yaml);
        Page shown = firstRecords(page, draft);
        return new Proposal(yaml, offers(new SelectorStrategy(file).extract(shown)), draft.score(), why);
    }

    /** Those that are read, and those that only lack the currency that a person is asked for. */
    private static List<ExtractedOffer> offers(Extraction extraction) {
        Stream<ExtractedOffer> withoutCurrency = extraction.refused().stream()
                .filter(refused -> refused.reason().equals(RejectReason.UNKNOWN_CURRENCY.code()))
                .map(RefusedOffer::read);
        return Stream.concat(extraction.offers().stream(), withoutCurrency).toList();
    }
}
