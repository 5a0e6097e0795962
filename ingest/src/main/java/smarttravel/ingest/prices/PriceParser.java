package smarttravel.ingest.prices;

/** Reads prices from the words of pages. Stateless, safe for use by several threads. */
public final class PriceParser {
    private PriceParser() {}

    /**
     * Reads a text.
     *
     * @param text as the page shows it, without markup
     */
    public static PriceReading read(String text, PriceHint hint) {
        return new PriceReading.NoPrice(PriceReading.Reason.NO_AMOUNT, "'" + text + "' holds no amount, " + hint);
    }
}
