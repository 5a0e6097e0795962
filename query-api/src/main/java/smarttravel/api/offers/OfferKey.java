package smarttravel.api.offers;

/** An offer's identity. */
public record OfferKey(String provider, String offerId) {
    /** From {@code provider/offerId}: no provider's name has a slash in it. */
    public static OfferKey of(String key) {
        int slash = key.indexOf('/');
        return new OfferKey(key.substring(0, slash), key.substring(slash + 1));
    }
}
