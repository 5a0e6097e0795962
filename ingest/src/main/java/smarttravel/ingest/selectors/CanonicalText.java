package smarttravel.ingest.selectors;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import smarttravel.ingest.offers.OfferField;

/** The one form of a field's text that everything after the page understands; empty when the text is none. */
final class CanonicalText {
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,9}(?:[.,]\\d{1,9})?");
    private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");
    /** Not {@code 1.2K}, which is about 1200 and neither 1 nor 2. */
    private static final Pattern COUNT =
            Pattern.compile("(?<!\\d|\\d[.,])(?:\\d{1,3}(?:[.,'’ ]\\d{3})+(?!\\d)|\\d{1,9}+)"
                    + "(?!\\d|[.,]0*[1-9]|(?:[.,]0+)?\\s?(?:[kKmM]|mil)\\b)");

    private CanonicalText() {}

    static Optional<String> of(OfferField field, FieldRules.Found found, PageView page) {
        String text = found.text();
        return switch (field) {
            case URL -> Optional.ofNullable(page.absolute(text));
            case DEPARTURE -> found.rule().dates().orElse(DateWords.ISO).day(text);
            case PUBLISHED -> published(found);
            case RATING, RATING_MAX, STARS -> decimal(text);
            case REVIEW_COUNT -> first(COUNT, text).map(count -> count.replaceAll("\\D", ""));
            case OCCUPANCY, NIGHTS, SEATS_LEFT -> first(WHOLE, text);
            case ORIGIN, DESTINATION ->
                Optional.of(text.length() == 3 ? text.toUpperCase(java.util.Locale.ROOT) : text);
            default -> Optional.of(text);
        };
    }

    private static Optional<String> published(FieldRules.Found found) {
        Optional<DateWords> dates = found.rule().dates();
        if (dates.isPresent()) {
            return dates.get().day(found.text());
        }
        try {
            DateTimeFormatter.ISO_DATE_TIME.parse(found.text());
            return Optional.of(found.text());
        } catch (DateTimeException e) {
            return DateWords.ISO.day(found.text());
        }
    }

    private static Optional<String> decimal(String text) {
        return first(DECIMAL, text)
                .map(number -> new BigDecimal(number.replace(',', '.'))
                        .stripTrailingZeros()
                        .toPlainString());
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? Optional.of(found.group()) : Optional.empty();
    }
}
