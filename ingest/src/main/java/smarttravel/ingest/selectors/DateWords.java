package smarttravel.ingest.selectors;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import smarttravel.ingest.yaml.DatePattern;

/**
 * Dates as a page writes them, in patterns of {@link DateTimeFormatter} and the names of months in the page's language.
 *
 * <p>Case does not matter, nor the dot after a short name, nor whether September's is sep or sept: usage differs between
 * countries and between versions of Java. A date must exist.
 */
final class DateWords {
    /** ISO dates, alone or before a time. */
    static final DateWords ISO = new DateWords(List.of(DateTimeFormatter.ISO_LOCAL_DATE));

    private static final Pattern PIECE = Pattern.compile("(M{3,5}|L{3,5}|E{1,5})\\.?|'(?:[^']|'')*'|[^MLE']+|[MLE]+");
    private static final Pattern DOT_OF_NAME = Pattern.compile("(?<=\\p{L})\\.");
    private static final Pattern SEPT = Pattern.compile("(?i)\\bsept\\b");
    private static final Pattern DATE_BEFORE_TIME = Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)[T ].*");

    private final List<DateTimeFormatter> formats;

    private DateWords(List<DateTimeFormatter> formats) {
        this.formats = formats;
    }

    /**
     * Patterns, tried in turn.
     *
     * @throws IllegalArgumentException when one is not a pattern
     */
    static DateWords of(List<String> patterns, Locale locale) {
        List<DateTimeFormatter> formats = new ArrayList<>();
        for (String pattern : patterns) {
            formats.add(format(pattern, locale));
        }
        return new DateWords(formats);
    }

    /** The ISO text of the day. */
    Optional<String> day(String text) {
        Matcher time = DATE_BEFORE_TIME.matcher(text);
        String date = time.matches() ? time.group(1) : text;
        String plain = SEPT.matcher(DOT_OF_NAME.matcher(date).replaceAll("")).replaceAll("sep");
        return formats.stream().flatMap(format -> day(plain, format).stream()).findFirst();
    }

    private static Optional<String> day(String text, DateTimeFormatter format) {
        try {
            return Optional.of(LocalDate.parse(text, format).toString());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static DateTimeFormatter format(String pattern, Locale locale) {
        DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder().parseCaseInsensitive();
        Matcher piece = PIECE.matcher(pattern);
        int end = 0;
        while (piece.find() && piece.start() == end) {
            append(builder, piece, locale);
            end = piece.end();
        }
        if (end < pattern.length()) {
            throw new IllegalArgumentException("'" + pattern + "' has a quote without its partner");
        }
        return builder.toFormatter(locale).withResolverStyle(ResolverStyle.STRICT);
    }

    private static void append(DateTimeFormatterBuilder builder, Matcher piece, Locale locale) {
        String name = piece.group(1);
        if (name == null) {
            String text = piece.group();
            DatePattern.append(builder, text.startsWith("'") ? text : text.replace('y', 'u'));
        } else if (name.startsWith("E")) {
            builder.appendText(ChronoField.DAY_OF_WEEK, days(style(name), locale));
        } else {
            builder.appendText(ChronoField.MONTH_OF_YEAR, months(style(name), locale));
        }
    }

    private static TextStyle style(String letters) {
        return letters.length() == 4 ? TextStyle.FULL : TextStyle.SHORT;
    }

    private static Map<Long, String> months(TextStyle style, Locale locale) {
        Map<Long, String> names = new HashMap<>();
        for (Month month : Month.values()) {
            names.put((long) month.getValue(), plain(month.getDisplayName(style, locale)));
        }
        return names;
    }

    private static Map<Long, String> days(TextStyle style, Locale locale) {
        Map<Long, String> names = new HashMap<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            names.put((long) day.getValue(), plain(day.getDisplayName(style, locale)));
        }
        return names;
    }

    private static String plain(String name) {
        return SEPT.matcher(name.replace(".", "")).replaceAll("sep");
    }
}
