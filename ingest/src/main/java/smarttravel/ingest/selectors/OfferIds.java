package smarttravel.ingest.selectors;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import smarttravel.ingest.offers.ExtractedOffer;
import smarttravel.ingest.offers.OfferField;

/** Identities for offers whose pages give none: the same for as long as what is sold is called the same. */
final class OfferIds {
    private static final List<OfferField> WHAT_IS_SOLD = List.of(
            OfferField.KIND,
            OfferField.NAME,
            OfferField.HOTEL,
            OfferField.ORIGIN,
            OfferField.DESTINATION,
            OfferField.DEPARTURE,
            OfferField.NIGHTS,
            OfferField.BOARD,
            OfferField.OCCUPANCY,
            OfferField.URL);
    private static final int BYTES_SHOWN = 10;

    private OfferIds() {}

    /** The offer, with an identity. */
    static ExtractedOffer identified(ExtractedOffer offer) {
        if (offer.has(OfferField.OFFER_ID)) {
            return offer;
        }
        MessageDigest digest = sha256();
        for (OfferField field : WHAT_IS_SOLD) {
            digest.update(Objects.requireNonNullElse(offer.text(field), "").getBytes(StandardCharsets.UTF_8));
            digest.update((byte) '\n');
        }
        String id = HexFormat.of().formatHex(digest.digest(), 0, BYTES_SHOWN);
        return offer.toBuilder()
                .put(OfferField.OFFER_ID, id, "made of the other fields")
                .build();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
