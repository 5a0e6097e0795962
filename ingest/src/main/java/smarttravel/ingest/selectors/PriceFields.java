package smarttravel.ingest.selectors;

import java.math.BigDecimal;
import java.util.Optional;
import smarttravel.events.Availability;
import smarttravel.events.RejectReason;
import smarttravel.ingest.offers.OfferField;
import smarttravel.ingest.prices.PriceHint;
import smarttravel.ingest.prices.PriceParser;
import smarttravel.ingest.prices.PriceReading;

/**
 * What an item's words about money and availability come to.
 *
 * <p>An offer that is sold out or whose price is told on request needs no amount; everything else does, with a currency.
 */
record PriceFields(PageWords words, PriceHint hint) {

    /** Why an item is no offer. */
    record Refusal(String reason, String message) {}

    /** Fills in price, currency, list price, taxes and availability, or says why the item cannot be used. */
    Optional<Refusal> settle(ItemDraft draft) {
        boolean soldOut = isSoldOut(draft);
        if (soldOut) {
            draft.put(OfferField.AVAILABILITY, Availability.SOLD_OUT.name(), origin(draft, "soldOut words"));
        } else if (draft.availability()
                .filter(Availability.AVAILABLE.name()::equals)
                .isPresent()) {
            draft.put(OfferField.AVAILABILITY, Availability.AVAILABLE.name(), "availability");
        }
        Optional<Refusal> refusal = price(draft);
        return soldOut ? Optional.empty() : refusal;
    }

    private static String origin(ItemDraft draft, String otherwise) {
        return draft.availability().isPresent() ? "availability" : otherwise;
    }

    private boolean isSoldOut(ItemDraft draft) {
        Optional<String> said = draft.availability();
        if (said.filter(Availability.SOLD_OUT.name()::equals).isPresent()) {
            return true;
        }
        if (words.soldOut().isEmpty()) {
            return false;
        }
        String price = draft.money(OfferField.PRICE).map(FieldRules.Found::text).orElse("");
        String text = said.orElseGet(
                () -> draft.item().json() == null ? draft.item().element().text() : "");
        return words.soldOut().meaning(text) != null || words.soldOut().meaning(price) != null;
    }

    private Optional<Refusal> price(ItemDraft draft) {
        Optional<FieldRules.Found> found = draft.money(OfferField.PRICE);
        if (found.isEmpty()) {
            return draft.known(OfferField.PRICE).isPresent()
                    ? Optional.empty()
                    : Optional.of(new Refusal("missing-price", "no price"));
        }
        String text = found.get().text();
        if (words.onRequest().meaning(text) != null) {
            return Optional.empty();
        }
        PriceReading reading = PriceParser.read(text, hint(draft));
        if (reading instanceof PriceReading.Price price) {
            return price(draft, price, found.get().origin());
        }
        return refusal((PriceReading.NoPrice) reading);
    }

    private static Optional<Refusal> refusal(PriceReading.NoPrice reading) {
        return switch (reading.reason()) {
            case ON_REQUEST -> Optional.empty();
            case NO_AMOUNT -> Optional.of(new Refusal("missing-price", reading.message()));
            case AMBIGUOUS_AMOUNT -> Optional.of(new Refusal(reading.reason().code(), reading.message()));
        };
    }

    private Optional<Refusal> price(ItemDraft draft, PriceReading.Price price, String origin) {
        draft.put(OfferField.PRICE, price.amount().toPlainString(), origin);
        if (price.currency().isEmpty()) {
            return Optional.of(new Refusal(
                    RejectReason.UNKNOWN_CURRENCY.code(),
                    "neither the price nor the provider's file tells the currency"));
        }
        draft.put(OfferField.CURRENCY, price.currency().get(), origin);
        price.listAmount().ifPresent(amount -> draft.put(OfferField.LIST_PRICE, amount.toPlainString(), origin));
        price.taxes().ifPresent(amount -> draft.put(OfferField.TAXES, amount.toPlainString(), origin));
        amount(draft, OfferField.LIST_PRICE, price.currency().get());
        amount(draft, OfferField.TAXES, price.currency().get());
        return Optional.empty();
    }

    /** An amount beside the price; one in another currency or none is left out. */
    private void amount(ItemDraft draft, OfferField field, String currency) {
        draft.money(field).ifPresent(found -> {
            PriceReading reading =
                    PriceParser.readBeside(found.text(), new PriceHint(Optional.of(currency), hint.locale()));
            if (reading instanceof PriceReading.Price price
                    && price.currency().filter(currency::equals).isPresent()) {
                BigDecimal amount = price.amount();
                draft.put(field, amount.toPlainString(), found.origin());
            }
        });
    }

    private PriceHint hint(ItemDraft draft) {
        Optional<String> beside =
                draft.money(OfferField.CURRENCY).map(FieldRules.Found::text).or(() -> draft.known(OfferField.CURRENCY));
        return beside.isEmpty() ? hint : new PriceHint(beside, hint.locale());
    }
}
