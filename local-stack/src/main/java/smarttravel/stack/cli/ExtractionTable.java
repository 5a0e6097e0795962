package smarttravel.stack.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import smarttravel.ingest.offers.ExtractedOffer;
import smarttravel.ingest.offers.Extraction;
import smarttravel.ingest.offers.OfferField;
import smarttravel.ingest.offers.RefusedOffer;

/** An extraction for a person to read. */
final class ExtractionTable {
    private static final List<OfferField> SHOWN = List.of(
            OfferField.NAME,
            OfferField.PRICE,
            OfferField.CURRENCY,
            OfferField.LIST_PRICE,
            OfferField.DEPARTURE,
            OfferField.NIGHTS,
            OfferField.BOARD,
            OfferField.RATING,
            OfferField.REVIEW_COUNT,
            OfferField.AVAILABILITY);

    private ExtractionTable() {}

    /** Prints one row per offer, then what was refused and why. */
    static void print(Extraction extraction, PrintWriter out) {
        TextTable offers =
                new TextTable(SHOWN.stream().map(OfferField::jsonName).toArray(String[]::new));
        extraction.offers().forEach(offer -> offers.add(cells(offer)));
        offers.print(out);
        refused(extraction, out);
    }

    /** Prints one row per field of every offer, with where it came from, then what was refused and why. */
    static void printOrigins(Extraction extraction, PrintWriter out) {
        TextTable fields = new TextTable("offer", "field", "text", "origin");
        int number = 0;
        for (ExtractedOffer offer : extraction.offers()) {
            String shown = String.valueOf(++number);
            offer.texts().forEach((field, text) -> fields.add(shown, field.jsonName(), text, offer.origin(field)));
        }
        fields.print(out);
        refused(extraction, out);
    }

    private static @Nullable String[] cells(ExtractedOffer offer) {
        @Nullable String[] cells = new @Nullable String[SHOWN.size()];
        Arrays.setAll(cells, i -> offer.text(SHOWN.get(i)));
        return cells;
    }

    private static void refused(Extraction extraction, PrintWriter out) {
        if (extraction.refused().isEmpty()) {
            return;
        }
        TextTable refused = new TextTable("rejected", "why", "name");
        for (RefusedOffer offer : extraction.refused()) {
            refused.add(offer.reason(), offer.message(), offer.read().text(OfferField.NAME));
        }
        out.println();
        refused.print(out);
    }
}
