package smarttravel.ingest.feeds.mapping;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import smarttravel.events.ObservationField;
import smarttravel.events.Rejection.RejectedException;
import smarttravel.ingest.feeds.rows.RowCursor;

/**
 * How one field of an observation is read from a row: its text is found, its words translated, its case changed, its
 * date understood, in this order.
 *
 * @param absent texts of columns that stand for nothing
 */
record FieldMapping(
        ObservationField field,
        FieldSource source,
        Set<String> absent,
        @Nullable Words words,
        LetterCase letterCase,
        DateTexts dates) {

    /** What happens to a text's letters. */
    enum LetterCase {
        AS_IS,
        UPPER,
        LOWER
    }

    FieldMapping {
        absent = Set.copyOf(absent);
    }

    /**
     * The text of this field for a row, {@code null} when absent.
     *
     * @throws RejectedException when the row's text cannot be used
     */
    @Nullable
    String text(RowCursor row) {
        String text = source.text(row, absent);
        if (text != null && words != null) {
            text = words.translate(text, field.jsonName());
        }
        if (text == null || text.isBlank()) {
            return null;
        }
        return dates.understood(field, inCase(text));
    }

    private String inCase(String text) {
        return switch (letterCase) {
            case AS_IS -> text;
            case UPPER -> text.toUpperCase(Locale.ROOT);
            case LOWER -> text.toLowerCase(Locale.ROOT);
        };
    }
}
