package smarttravel.api.quality;

/** An offer, and where in the table it stands. */
public record OfferPlace(String kind, String destination, String provider, String offerId) {
    /** The offer's identity across providers. */
    public String key() {
        return provider + '/' + offerId;
    }
}
