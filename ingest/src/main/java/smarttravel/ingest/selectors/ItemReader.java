package smarttravel.ingest.selectors;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import smarttravel.events.RejectReason;
import smarttravel.ingest.offers.ExtractedOffer;
import smarttravel.ingest.offers.OfferField;
import smarttravel.ingest.offers.RefusedOffer;
import smarttravel.ingest.prices.PriceHint;
import smarttravel.ingest.providers.ProviderFile;

/** Makes offers of items: constants first, then what was known before, then what the page says. */
final class ItemReader {
    private final PageRules rules;
    private final PageWords words;
    private final PriceHint hint;
    private final Map<OfferField, String> constants;

    ItemReader(ProviderFile file, PageRules rules, PageWords words) {
        this.rules = rules;
        this.words = words;
        this.hint = file.priceHint();
        this.constants = new EnumMap<>(OfferField.class);
        file.kind().ifPresent(kind -> constants.put(OfferField.KIND, kind.name()));
        file.constants().forEach((name, text) -> {
            OfferField field = OfferField.named(name);
            if (field != null) {
                constants.put(field, text);
            }
        });
    }

    ItemReading read(Item item) {
        ItemDraft draft = new ItemDraft(item, words);
        constants.forEach((field, text) -> draft.put(field, text, "constants"));
        knownBefore(item, draft);
        rules.parts().forEach((name, rule) -> rule.find(item).ifPresent(found -> draft.part(name, found)));
        read(draft, false);
        read(draft, true);
        return rules.onlyWith().stream().allMatch(draft::has) ? judge(draft) : new ItemReading.NoOffer();
    }

    /** A price is not known before when the page is where it should stand. */
    private void knownBefore(Item item, ItemDraft draft) {
        item.page().context().forEach((name, text) -> {
            OfferField field = OfferField.named(name);
            if (field != null && !(ItemDraft.isMoney(field) && rules.fields().containsKey(OfferField.PRICE))) {
                draft.put(field, text, "context " + name);
            }
        });
    }

    private void read(ItemDraft draft, boolean templates) {
        rules.fields().forEach((field, rule) -> {
            if (rule.isTemplate() == templates) {
                rule.find(draft.item()).ifPresent(found -> draft.read(field, found));
            }
        });
    }

    private ItemReading judge(ItemDraft draft) {
        Optional<String> unreadable = draft.unreadable();
        if (unreadable.isPresent()) {
            return refused(draft, RejectReason.BAD_DATE.code(), unreadable.get());
        }
        draft.nameIfOnlyTheHotelHasOne();
        if (!draft.has(OfferField.NAME)) {
            return refused(draft, RejectReason.MISSING_FIELD.code(), "neither name nor hotel");
        }
        Optional<PriceFields.Refusal> refusal = new PriceFields(words, hint).settle(draft);
        if (refusal.isPresent()) {
            return refused(draft, refusal.get().reason(), refusal.get().message());
        }
        return new ItemReading.Offered(draft.offer());
    }

    private static ItemReading refused(ItemDraft draft, String reason, String message) {
        ExtractedOffer read = draft.offer();
        return new ItemReading.Refused(new RefusedOffer(reason, message, read));
    }
}
