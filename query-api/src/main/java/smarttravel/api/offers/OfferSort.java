package smarttravel.api.offers;

/** The orders a search may have. Offers without a price come last in both orders by price. */
public enum OfferSort {
    DEPARTURE("departure"),
    DEPARTURE_DESCENDING("-departure"),
    PRICE("price"),
    PRICE_DESCENDING("-price"),
    OBSERVED_AT("observedAt"),
    OBSERVED_AT_DESCENDING("-observedAt");

    private final String word;

    OfferSort(String word) {
        this.word = word;
    }

    /** The word for it in a request. */
    @Override
    public String toString() {
        return word;
    }
}
