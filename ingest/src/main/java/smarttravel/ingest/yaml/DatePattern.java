package smarttravel.ingest.yaml;

import java.time.format.DateTimeFormatterBuilder;

/** A pattern of dates that somebody typed, as {@link DateTimeFormatterBuilder#appendPattern} knows them. */
public final class DatePattern {
    private DatePattern() {}

    /**
     * Adds it to a formatter.
     *
     * @throws IllegalArgumentException when it is not a pattern; the JDK itself ends some, {@code pFA} for one, in a
     *     {@link ClassCastException}
     */
    public static DateTimeFormatterBuilder append(DateTimeFormatterBuilder builder, String pattern) {
        try {
            return builder.appendPattern(pattern);
        } catch (ClassCastException e) {
            throw new IllegalArgumentException("'" + pattern + "' pads what cannot be padded", e);
        }
    }
}
