package smarttravel.ingest.prices;

import java.util.Locale;
import smarttravel.ingest.prices.PriceReading.NoPrice;
import smarttravel.ingest.prices.PriceReading.Price;

/** Readings as short texts: {@code "1299.50 USD list 1499 taxes 245"}, or the reason's code. */
final class Readings {
    static final PriceHint ARGENTINE = PriceHint.of("ARS", Locale.forLanguageTag("es-AR"));

    private Readings() {}

    static String of(String text) {
        return of(text, PriceHint.NONE);
    }

    static String of(String text, PriceHint hint) {
        PriceReading reading = PriceParser.read(text, hint);
        if (reading instanceof NoPrice none) {
            return none.reason().code();
        }
        Price price = (Price) reading;
        return price.amount().toPlainString()
                + price.currency().map(currency -> " " + currency).orElse("")
                + price.listAmount()
                        .map(list -> " list " + list.toPlainString())
                        .orElse("")
                + price.taxes().map(taxes -> " taxes " + taxes.toPlainString()).orElse("");
    }
}
