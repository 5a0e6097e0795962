package smarttravel.ingest.feeds.mapping;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import smarttravel.events.RejectReason;
import smarttravel.events.Rejection.RejectedException;
import smarttravel.ingest.feeds.rows.RowCursor;

/** Where a field's text comes from. */
sealed interface FieldSource {

    /**
     * The text a row gives, or {@code null} when it gives none.
     *
     * @param absent texts that stand for nothing
     * @throws RejectedException when the row cannot be used
     */
    @Nullable
    String text(RowCursor row, Set<String> absent);

    /** The same text for every row. */
    record Constant(String text) implements FieldSource {
        @Override
        public String text(RowCursor row, Set<String> absent) {
            return text;
        }
    }

    /** What a column holds, without the blanks around it. */
    record Column(int number) implements FieldSource {
        @Override
        public @Nullable String text(RowCursor row, Set<String> absent) {
            String value = row.value(number);
            String stripped = value == null ? null : value.strip();
            return stripped == null || absent.contains(stripped) ? null : stripped;
        }
    }

    /** Texts and columns one after the other; nothing at all when one of the columns holds nothing. */
    record Template(List<FieldSource> parts) implements FieldSource {
        @Override
        public @Nullable String text(RowCursor row, Set<String> absent) {
            StringBuilder text = new StringBuilder(48);
            for (FieldSource part : parts) {
                String piece = part.text(row, absent);
                if (piece == null) {
                    return null;
                }
                text.append(piece);
            }
            return text.toString();
        }
    }

    /** The date of one column less the days of another. */
    record DaysBefore(Column date, Column days, DateTexts dates) implements FieldSource {
        private static final int MOST_DAYS = 36_500;

        @Override
        public @Nullable String text(RowCursor row, Set<String> absent) {
            String dateText = date.text(row, absent);
            String daysText = days.text(row, absent);
            return dateText == null || daysText == null
                    ? null
                    : dates.localDate(dateText).minusDays(whole(daysText)).toString();
        }

        private static int whole(String text) {
            if (text.length() <= 5 && text.chars().allMatch(letter -> letter >= '0' && letter <= '9')) {
                int days = Integer.parseInt(text);
                if (days <= MOST_DAYS) {
                    return days;
                }
            }
            throw new RejectedException(
                    RejectReason.BAD_FIELD,
                    "minusDays '" + text + "' wants a whole number of days from 0 to " + MOST_DAYS);
        }
    }
}
