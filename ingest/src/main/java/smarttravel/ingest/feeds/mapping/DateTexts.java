package smarttravel.ingest.feeds.mapping;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import smarttravel.events.ObservationField;
import smarttravel.events.RejectReason;
import smarttravel.events.Rejection.RejectedException;
import smarttravel.ingest.yaml.DatePattern;

/**
 * Dates and times as a feed writes them: in the patterns it was given, else as ISO 8601. A date must exist (no 30th of
 * February), a time without offset is UTC and a date without time is its midnight in UTC.
 *
 * <p>Feeds repeat the same few dates over and over, so that the last texts are remembered. For one thread.
 */
final class DateTexts {
    private static final int REMEMBERED = 4_096;

    private final List<DateTimeFormatter> formats;
    private final Map<String, String> days = new HashMap<>();
    private final Map<String, String> instants = new HashMap<>();

    private DateTexts(List<DateTimeFormatter> formats) {
        this.formats = formats;
    }

    /**
     * Patterns of {@link DateTimeFormatter}, tried in turn before ISO 8601.
     *
     * @throws IllegalArgumentException when one is not a pattern
     */
    static DateTexts of(List<String> patterns) {
        List<DateTimeFormatter> formats = new ArrayList<>();
        for (String pattern : patterns) {
            DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder().parseCaseInsensitive();
            formats.add(DatePattern.append(builder, pattern.replace('y', 'u'))
                    .toFormatter(Locale.ENGLISH)
                    .withResolverStyle(ResolverStyle.STRICT));
        }
        formats.add(DateTimeFormatter.ISO_LOCAL_DATE);
        formats.add(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
        formats.add(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
        return new DateTexts(formats);
    }

    /** The ISO text of the day, as it is where the text was written. */
    String day(String text) {
        return remembered(days, text, unknown -> localDate(unknown).toString());
    }

    /** The ISO text of the instant. */
    String instant(String text) {
        return remembered(instants, text, unknown -> toInstant(parse(unknown)).toString());
    }

    /** A field's text as an observation wants it: dates in ISO form, everything else as it is. */
    String understood(ObservationField field, String text) {
        return switch (field) {
            case DEPARTURE -> day(text);
            case OBSERVED_AT -> instant(text);
            default -> text;
        };
    }

    LocalDate localDate(String text) {
        return toDate(parse(text));
    }

    private static String remembered(Map<String, String> known, String text, Function<String, String> read) {
        String before = known.get(text);
        if (before != null) {
            return before;
        }
        String now = read.apply(text);
        if (known.size() >= REMEMBERED) {
            known.clear();
        }
        known.put(text, now);
        return now;
    }

    private TemporalAccessor parse(String text) {
        for (DateTimeFormatter format : formats) {
            TemporalAccessor parsed = parse(text, format);
            if (parsed != null) {
                return parsed;
            }
        }
        String shown = text.length() <= 60 ? text : text.substring(0, 60) + "…";
        throw new RejectedException(
                RejectReason.BAD_DATE, "'" + shown + "' is not a date that exists in a known format");
    }

    private static @Nullable TemporalAccessor parse(String text, DateTimeFormatter format) {
        try {
            return format.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static LocalDate toDate(TemporalAccessor parsed) {
        return parsed instanceof LocalDate date ? date : LocalDate.from(parsed);
    }

    private static Instant toInstant(TemporalAccessor parsed) {
        if (parsed instanceof OffsetDateTime time) {
            return time.toInstant();
        }
        return parsed instanceof LocalDateTime time
                ? time.toInstant(ZoneOffset.UTC)
                : toDate(parsed).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
