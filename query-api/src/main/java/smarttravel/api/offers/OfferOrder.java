package smarttravel.api.offers;

/**
 * How an order is computed in SQL: a key that is never NULL and always ascends (descending orders negate it), so that a
 * page can start behind any row by comparing tuples.
 *
 * @param key expression over the columns of {@code travel.offers}
 * @param bound the type of the key around a bound text
 */
record OfferOrder(String key, String bound) {
    private static final String LAST_AMOUNT = "toDecimal128('1000000000000000', 4)";

    static OfferOrder of(OfferQuery query) {
        boolean quoted = query.currency().isPresent();
        return switch (query.sort()) {
            case DEPARTURE -> new OfferOrder("toInt32(departure)", "toInt32(?)");
            case DEPARTURE_DESCENDING -> new OfferOrder("-toInt32(departure)", "toInt64(?)");
            case OBSERVED_AT -> new OfferOrder("toUnixTimestamp64Milli(observed_at)", "toInt64(?)");
            case OBSERVED_AT_DESCENDING -> new OfferOrder("-toUnixTimestamp64Milli(observed_at)", "toInt64(?)");
            case PRICE -> quoted ? amount("") : usd("");
            case PRICE_DESCENDING -> quoted ? amount("-") : usd("-");
        };
    }

    private static OfferOrder amount(String sign) {
        return new OfferOrder(
                "ifNull(%stoDecimal128(amount, 4), %s)".formatted(sign, LAST_AMOUNT), "toDecimal128(?, 4)");
    }

    private static OfferOrder usd(String sign) {
        return new OfferOrder("ifNull(%susd, 1e300)".formatted(sign), "toFloat64(?)");
    }
}
