package smarttravel.ingest.crawling.plan;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import smarttravel.ingest.providers.ProviderFile.Schedule;

/**
 * The time of day when a site is left alone, e.g. {@code 01:00-06:00 America/Argentina/Buenos_Aires}; it may span midnight.
 *
 * @param from inclusive
 * @param to exclusive; the same as {@code from} is never
 */
public record QuietHours(LocalTime from, LocalTime to, ZoneId zone) {
    /** None. */
    public static final QuietHours NEVER = new QuietHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, ZoneId.of("UTC"));

    private static final Pattern FORM = Pattern.compile("(\\d\\d:\\d\\d)-(\\d\\d:\\d\\d)\\s+(\\S+)");

    /** Those of a provider's file. */
    public static QuietHours of(Schedule schedule) {
        Optional<String> text = schedule.quiet();
        return text.isPresent() ? parse(text.get()) : NEVER;
    }

    /**
     * Reads.
     *
     * @throws IllegalArgumentException saying what is wanted
     */
    public static QuietHours parse(String text) {
        Matcher parts = FORM.matcher(text.strip());
        try {
            if (parts.matches()) {
                return new QuietHours(
                        LocalTime.parse(parts.group(1)), LocalTime.parse(parts.group(2)), ZoneId.of(parts.group(3)));
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + text + "' are no quiet hours: " + e.getMessage(), e);
        }
        throw new IllegalArgumentException("quiet hours want the form 01:00-06:00 Zone/City, not '" + text + "'");
    }

    /** Whether the site is left alone at that moment. */
    public boolean include(Instant moment) {
        LocalTime time = LocalTime.ofInstant(moment, zone);
        boolean afterFrom = !time.isBefore(from);
        boolean beforeTo = time.isBefore(to);
        return from.isAfter(to) ? afterFrom || beforeTo : afterFrom && beforeTo;
    }
}
