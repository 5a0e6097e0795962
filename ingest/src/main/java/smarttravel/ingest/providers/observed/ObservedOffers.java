package smarttravel.ingest.providers.observed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import smarttravel.events.ObservationDraft;
import smarttravel.events.ObservationField;
import smarttravel.events.PriceObservation;
import smarttravel.events.RejectReason;
import smarttravel.events.RejectedRecord;
import smarttravel.events.Rejection;
import smarttravel.events.Rejection.RejectedException;
import smarttravel.ingest.offers.ExtractedOffer;
import smarttravel.ingest.offers.Extraction;
import smarttravel.ingest.offers.OfferField;
import smarttravel.ingest.offers.RefusedOffer;
import smarttravel.ingest.providers.PageRequest;
import smarttravel.ingest.providers.ProviderFile;

/**
 * Turns what was read from one provider's pages into observations.
 *
 * <p>A field is, in this order, what the page says, what was known when the page was asked for, the provider's constant;
 * kind and currency may also come from the provider's file. An offer without an id gets an {@linkplain OfferIdentity
 * identity of its own}. A list price, rating or category of 0 means that there is none. Stateless, safe for use by several
 * threads.
 */
public final class ObservedOffers {
    private static final List<OfferField> ZERO_MEANS_NONE =
            List.of(OfferField.LIST_PRICE, OfferField.RATING, OfferField.STARS);

    private final ProviderFile provider;

    public ObservedOffers(ProviderFile provider) {
        this.provider = provider;
    }

    /**
     * Converts a page's offers.
     *
     * @param request whose context fills what the page does not say
     * @param fetchedAt when the offers were true, unless they say so themselves
     */
    public Observed of(Extraction extraction, PageRequest request, Instant fetchedAt, String fetchId) {
        List<PriceObservation> accepted = new ArrayList<>();
        List<RejectedRecord> refused = new ArrayList<>();
        String source = request.address().toString();
        Map<String, String> builtIds = new HashMap<>();
        for (ExtractedOffer offer : extraction.offers()) {
            Map<OfferField, String> texts = completed(offer, request);
            try {
                identify(texts, builtIds);
                accepted.add(draft(texts, fetchedAt, fetchId).build(fetchedAt));
            } catch (RejectedException e) {
                refused.add(deadLetter(e.rejection(), source, texts, fetchedAt));
            }
        }
        for (RefusedOffer offer : extraction.refused()) {
            refused.add(
                    deadLetter(rejection(offer), source, cleaned(offer.read().texts()), fetchedAt));
        }
        return new Observed(accepted, refused);
    }

    private Map<OfferField, String> completed(ExtractedOffer offer, PageRequest request) {
        Map<OfferField, String> texts = new EnumMap<>(OfferField.class);
        provider.currency().ifPresent(currency -> texts.put(OfferField.CURRENCY, currency));
        provider.kind().ifPresent(kind -> texts.put(OfferField.KIND, kind.name()));
        putNamed(texts, provider.constants());
        putNamed(texts, request.context());
        texts.putAll(offer.texts());
        Map<OfferField, String> cleaned = cleaned(texts);
        ZERO_MEANS_NONE.forEach(field -> cleaned.computeIfPresent(field, (same, text) -> isZero(text) ? null : text));
        if (cleaned.containsKey(OfferField.TAXES) && !isZero(cleaned.getOrDefault(OfferField.TAXES, ""))) {
            cleaned.putIfAbsent(OfferField.TAXES_INCLUDED, "false");
        }
        return cleaned;
    }

    private static void putNamed(Map<OfferField, String> texts, Map<String, String> named) {
        named.forEach((name, text) -> {
            OfferField field = OfferField.named(name);
            if (field != null) {
                texts.put(field, text);
            }
        });
    }

    private static Map<OfferField, String> cleaned(Map<OfferField, String> texts) {
        Map<OfferField, String> cleaned = new EnumMap<>(OfferField.class);
        texts.forEach((field, text) -> {
            Optional<String> kept = field == OfferField.URL ? PlainText.address(text) : Optional.of(PlainText.of(text));
            kept.filter(plain -> !plain.isEmpty()).ifPresent(plain -> cleaned.put(field, plain));
        });
        return cleaned;
    }

    private static boolean isZero(String text) {
        return text.matches("0+(\\.0*)?");
    }

    /** Two offers of a page may share an identity that was built for them only when they are the same in all it is about. */
    private static void identify(Map<OfferField, String> texts, Map<String, String> builtIds) {
        if (texts.containsKey(OfferField.OFFER_ID)) {
            return;
        }
        OfferIdentity.of(texts).ifPresent(id -> {
            texts.put(OfferField.OFFER_ID, id);
            String price = texts.get(OfferField.PRICE) + " " + texts.get(OfferField.CURRENCY);
            String other = builtIds.putIfAbsent(id, price);
            if (other != null && !other.equals(price)) {
                throw new RejectedException(
                        RejectReason.BAD_FIELD,
                        "offerId '" + id + "' was built for two offers of this page, at " + other + " and at " + price);
            }
        });
    }

    private ObservationDraft draft(Map<OfferField, String> texts, Instant fetchedAt, String fetchId) {
        ObservationDraft draft = new ObservationDraft();
        draft.put(ObservationField.PROVIDER, provider.id());
        draft.put(ObservationField.OBSERVED_AT, fetchedAt.toString());
        draft.put(ObservationField.FETCH_ID, fetchId);
        texts.forEach((field, text) -> {
            ObservationField target = ObservationFields.of(field);
            if (target != null) {
                draft.put(target, text);
            }
        });
        return draft;
    }

    private static Rejection rejection(RefusedOffer offer) {
        for (RejectReason reason : RejectReason.values()) {
            if (reason.code().equals(offer.reason())) {
                return new Rejection(reason, offer.message());
            }
        }
        return new Rejection(RejectReason.BAD_FIELD, offer.reason() + ": " + offer.message());
    }

    private static RejectedRecord deadLetter(
            Rejection rejection, String source, Map<OfferField, String> texts, Instant at) {
        return new RejectedRecord(
                rejection.reason(), PlainText.of(rejection.message()), source, OfferJson.write(texts), at);
    }
}
