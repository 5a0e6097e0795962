package smarttravel.ingest.proposals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;
import smarttravel.ingest.offers.OfferField;
import smarttravel.ingest.pages.Page;

/**
 * The rules that were found for a page.
 *
 * @param item selects the records
 * @param someWithoutPrice whether it also selects what shows no price
 * @param score how much the records look like the page's list of offers
 */
record Draft(RecordSet set, String item, boolean someWithoutPrice, List<FieldRule> fields, double score) {
    private static final int SAMPLE = 60;

    /** Rules for these records; empty when nothing names them. */
    static Optional<Draft> of(RecordSet found, double score, PageFlow flow, Page page) {
        Element body = page.document().body();
        RecordSet all = found.unwrapped();
        RecordSet set = all.sample(SAMPLE);
        Optional<FieldRule> name = NameColumn.find(set);
        PriceColumns columns = PriceColumns.of(set);
        List<String> price = TargetSelectors.choose(set.records(), columns.prices());
        if (name.isEmpty() || price.isEmpty()) {
            return Optional.empty();
        }
        Optional<FieldRule> link = LinkColumn.find(set, name.get());
        List<FieldRule> fields = new ArrayList<>();
        fields.add(link.flatMap(way -> NameParts.joined(name.get(), way, set, NameParts.inMarkup(page)))
                .orElse(name.get()));
        fields.add(new FieldRule(OfferField.PRICE, price, ""));
        List<String> listPrice = TargetSelectors.choose(set.records(), columns.listPrices());
        if (!listPrice.isEmpty()) {
            fields.add(new FieldRule(OfferField.LIST_PRICE, listPrice, ""));
        }
        link.ifPresent(fields::add);
        String item = ItemSelector.choose(all, body, price, flow.nodes());
        boolean someWithout = body.select(item).stream()
                .anyMatch(record -> price.stream().allMatch(css -> record.selectFirst(css) == null));
        return Optional.of(new Draft(all, item, someWithout, List.copyOf(fields), score));
    }
}
