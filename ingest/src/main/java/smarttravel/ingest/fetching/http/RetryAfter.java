package smarttravel.ingest.fetching.http;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** How long a site asks to be left alone: RFC 9110, section 10.2.3. */
public final class RetryAfter {
    /** Whoever asks for more is asked again after this. */
    public static final Duration MOST = Duration.ofHours(1);

    private static final Pattern SECONDS = Pattern.compile("\\d+");
    private static final int DIGITS_OF_A_LONG = 18;

    private RetryAfter() {}

    /**
     * Reads the header's values, of which the longest counts.
     *
     * @return 0 to {@link #MOST}; empty when there is no valid one
     */
    public static Optional<Duration> read(List<String> values, Instant now) {
        return values.stream()
                .flatMap(value -> read(value.strip(), now).stream())
                .max(Duration::compareTo);
    }

    private static Optional<Duration> read(String value, Instant now) {
        if (SECONDS.matcher(value).matches()) {
            boolean huge = value.length() > DIGITS_OF_A_LONG;
            return Optional.of(huge ? MOST : capped(Duration.ofSeconds(Long.parseLong(value))));
        }
        try {
            Instant date = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(capped(Duration.between(now, date)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Duration capped(Duration asked) {
        if (asked.isNegative()) {
            return Duration.ZERO;
        }
        return asked.compareTo(MOST) > 0 ? MOST : asked;
    }
}
