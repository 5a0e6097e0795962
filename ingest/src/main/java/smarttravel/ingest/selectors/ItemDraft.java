package smarttravel.ingest.selectors;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import smarttravel.ingest.offers.ExtractedOffer;
import smarttravel.ingest.offers.OfferField;

/** An offer while it is read from its item. */
final class ItemDraft {
    private static final Set<OfferField> MONEY =
            Set.of(OfferField.PRICE, OfferField.CURRENCY, OfferField.LIST_PRICE, OfferField.TAXES);
    private static final Set<String> BOARDS = Set.of("RO", "BB", "HB", "FB", "AI");

    private final Item item;
    private final PageWords words;
    private final ExtractedOffer.Builder builder = ExtractedOffer.builder();
    private final Map<OfferField, FieldRules.Found> money = new EnumMap<>(OfferField.class);
    private final Map<String, String> parts = new HashMap<>();
    private Optional<String> unreadable = Optional.empty();
    private Optional<String> availability = Optional.empty();

    ItemDraft(Item item, PageWords words) {
        this.item = item.withNames(this::named);
        this.words = words;
    }

    /** Whether what a field's text means is settled only when all of them are known. */
    static boolean isMoney(OfferField field) {
        return MONEY.contains(field);
    }

    Item item() {
        return item;
    }

    ExtractedOffer offer() {
        return builder.build();
    }

    boolean has(OfferField field) {
        return money.containsKey(field) || builder.text(field) != null;
    }

    void part(String name, FieldRules.Found found) {
        parts.put(name, found.text());
    }

    void put(OfferField field, String text, String origin) {
        builder.put(field, text, origin);
    }

    /** What the page says where a field of money is expected. */
    Optional<FieldRules.Found> money(OfferField field) {
        return Optional.ofNullable(money.get(field));
    }

    /** What was put before the page was read. */
    Optional<String> known(OfferField field) {
        return Optional.ofNullable(builder.text(field));
    }

    /** What the page says about whether the offer can be had. */
    Optional<String> availability() {
        return availability;
    }

    /** A date that is there and cannot be understood, in words. */
    Optional<String> unreadable() {
        return unreadable;
    }

    void read(OfferField field, FieldRules.Found found) {
        if (isMoney(field)) {
            money.put(field, found);
            return;
        }
        switch (field) {
            case AVAILABILITY -> availability = Optional.of(found.text());
            case BOARD -> board(found);
            case OCCUPANCY -> put(field, meaning(words.occupancy(), found.text()), found);
            default -> canonical(field, found);
        }
    }

    void nameIfOnlyTheHotelHasOne() {
        if (!has(OfferField.NAME)) {
            builder.put(OfferField.NAME, builder.text(OfferField.HOTEL), "hotel");
        }
    }

    private void canonical(OfferField field, FieldRules.Found found) {
        Optional<String> text = CanonicalText.of(field, found, item.page());
        text.ifPresent(canonical -> put(field, canonical, found.origin()));
        if (text.isEmpty() && field == OfferField.DEPARTURE) {
            unreadable = Optional.of("departure '" + shown(found.text()) + "' is not a date in the form expected");
        }
    }

    private void put(OfferField field, String text, FieldRules.Found found) {
        canonical(field, new FieldRules.Found(text, found.rule()));
    }

    private void board(FieldRules.Found found) {
        put(OfferField.BOARD_TEXT, found.text(), found.origin());
        String code = meaning(words.board(), found.text()).toUpperCase(Locale.ROOT);
        if (BOARDS.contains(code)) {
            put(OfferField.BOARD, code, found.origin());
        }
    }

    private static String meaning(WordTable words, String text) {
        String meaning = words.meaning(text);
        return meaning == null ? text : meaning;
    }

    private @Nullable String named(String name) {
        OfferField field = OfferField.named(name);
        if (field == null) {
            return parts.get(name);
        }
        FieldRules.Found amount = money.get(field);
        return amount == null ? builder.text(field) : amount.text();
    }

    static String shown(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }
}
