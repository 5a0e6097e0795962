package smarttravel.events;

import static smarttravel.events.RejectReason.AMOUNT_NOT_POSITIVE;
import static smarttravel.events.RejectReason.AMOUNT_OUT_OF_RANGE;
import static smarttravel.events.RejectReason.BAD_AMOUNT;
import static smarttravel.events.RejectReason.BAD_DATE;
import static smarttravel.events.RejectReason.BAD_FIELD;
import static smarttravel.events.RejectReason.FIELD_TOO_LONG;
import static smarttravel.events.RejectReason.FUTURE_OBSERVATION;
import static smarttravel.events.RejectReason.MISSING_FIELD;
import static smarttravel.events.RejectReason.UNKNOWN_CURRENCY;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import smarttravel.events.Rejection.RejectedException;

/**
 * Texts on their way to becoming a {@link PriceObservation}: whatever reads a source fills it field by field, and {@link
 * #build} checks all of it in one place, so that a topic's JSON and a feed's row are held to the same rules.
 *
 * <p>A blank text counts as absent. May be reused after {@link #clear}; not safe for use by several threads.
 */
public final class ObservationDraft {
    /** How far ahead of the moment it was received an observation may lie: clocks differ, time zones are mistaken. */
    public static final Duration FUTURE_TOLERANCE = Duration.ofHours(1);

    /** The longest text of a field other than {@code url}. */
    public static final int MAX_TEXT = 512;

    private static final int MAX_URL = 2_048;
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2099, 12, 31);
    private static final BigDecimal LARGEST_AMOUNT = new BigDecimal("100000000000");
    private static final Pattern PROVIDER = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
    private static final Map<String, Kind> KINDS = names(Kind.values());
    private static final Map<String, Board> BOARDS = names(Board.values());
    private static final Map<String, Basis> BASES = names(Basis.values());
    private static final Map<String, Availability> AVAILABILITIES = names(Availability.values());
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .filter(code -> !code.startsWith("X")
                    || code.equals("XOF")
                    || code.equals("XAF")
                    || code.equals("XPF")
                    || code.equals("XCD")
                    || code.equals("XCG"))
            .collect(Collectors.toUnmodifiableSet());

    private final Map<ObservationField, String> texts = new EnumMap<>(ObservationField.class);

    /** Sets a field's text; {@code null} and blank mean absent. */
    public ObservationDraft put(ObservationField field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            texts.remove(field);
        } else {
            texts.put(field, text);
        }
        return this;
    }

    /** The text a field has so far. */
    public @Nullable String text(ObservationField field) {
        return texts.get(field);
    }

    /** Forgets every field. */
    public void clear() {
        texts.clear();
    }

    /**
     * Checks every field and gives the observation.
     *
     * @param receivedAt when the record came in: an observation more than {@link #FUTURE_TOLERANCE} later is refused
     * @throws RejectedException naming the first field that is missing or wrong
     */
    public PriceObservation build(Instant receivedAt) {
        Availability availability =
                orElse(choice(ObservationField.AVAILABILITY, AVAILABILITIES), Availability.AVAILABLE);
        boolean soldOut = availability == Availability.SOLD_OUT;
        return new PriceObservation(
                provider(),
                offerId(),
                require(ObservationField.KIND, choice(ObservationField.KIND, KINDS)),
                plain(ObservationField.NAME),
                place(ObservationField.ORIGIN),
                require(ObservationField.DESTINATION, place(ObservationField.DESTINATION)),
                country(),
                plain(ObservationField.HOTEL),
                number(ObservationField.STARS, 0.5, 7),
                choice(ObservationField.BOARD, BOARDS),
                plain(ObservationField.BOARD_TEXT),
                whole(ObservationField.NIGHTS, 1, 365),
                departure(),
                whole(ObservationField.OCCUPANCY, 1, 99),
                choice(ObservationField.BASIS, BASES),
                soldOut ? null : require(ObservationField.AMOUNT, amount(ObservationField.AMOUNT)),
                soldOut ? currency() : require(ObservationField.CURRENCY, currency()),
                amount(ObservationField.LIST_AMOUNT),
                truth(ObservationField.TAXES_INCLUDED),
                availability,
                whole(ObservationField.SEATS_LEFT, 0, 100_000),
                number(ObservationField.RATING, 0.000_001, 1_000),
                whole(ObservationField.REVIEWS, 0, 1_000_000_000),
                bounded(ObservationField.URL, MAX_URL),
                observedAt(receivedAt),
                plain(ObservationField.FETCH_ID));
    }

    private String provider() {
        String text = require(ObservationField.PROVIDER, plain(ObservationField.PROVIDER));
        if (!PROVIDER.matcher(text).matches()) {
            throw refuse(
                    BAD_FIELD, ObservationField.PROVIDER, text, "wants lower-case letters, digits, '.', '_' or '-'");
        }
        return text;
    }

    private String offerId() {
        String text = require(ObservationField.OFFER_ID, plain(ObservationField.OFFER_ID));
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                throw refuse(BAD_FIELD, ObservationField.OFFER_ID, text, "holds a control character");
            }
        }
        return text;
    }

    private @Nullable String place(ObservationField field) {
        return letters(field, 3, "wants an IATA code of three capital letters");
    }

    private @Nullable String country() {
        return letters(ObservationField.COUNTRY, 2, "wants an ISO 3166 code of two capital letters");
    }

    private @Nullable String letters(ObservationField field, int length, String wish) {
        String text = text(field);
        if (text == null) {
            return null;
        }
        boolean matches = text.length() == length;
        for (int i = 0; matches && i < length; i++) {
            matches = text.charAt(i) >= 'A' && text.charAt(i) <= 'Z';
        }
        if (!matches) {
            throw refuse(BAD_FIELD, field, text, wish);
        }
        return text;
    }

    private @Nullable String currency() {
        String text = text(ObservationField.CURRENCY);
        if (text != null && !CURRENCIES.contains(text)) {
            throw refuse(UNKNOWN_CURRENCY, ObservationField.CURRENCY, text, "is not a currency of ISO 4217");
        }
        return text;
    }

    private @Nullable BigDecimal amount(ObservationField field) {
        String text = text(field);
        if (text == null) {
            return null;
        }
        if (!isDecimal(text)) {
            throw refuse(BAD_AMOUNT, field, text, "wants decimal text such as 1299.00");
        }
        BigDecimal amount = new BigDecimal(text);
        if (amount.signum() <= 0) {
            throw refuse(AMOUNT_NOT_POSITIVE, field, text, "must be above 0");
        }
        if (amount.compareTo(LARGEST_AMOUNT) > 0) {
            throw refuse(AMOUNT_OUT_OF_RANGE, field, text, "is above " + LARGEST_AMOUNT);
        }
        if (amount.scale() > 4) {
            BigDecimal short4 = amount.stripTrailingZeros();
            if (short4.scale() > 4) {
                throw refuse(BAD_AMOUNT, field, text, "has more than four decimals");
            }
            return short4;
        }
        return amount;
    }

    /** Digits with at most one point between them and perhaps a minus: no exponent, no grouping, at most 18 of each. */
    private static boolean isDecimal(String text) {
        int start = text.startsWith("-") ? 1 : 0;
        int point = text.indexOf('.');
        return point < 0
                ? areDigits(text, start, text.length())
                : areDigits(text, start, point) && areDigits(text, point + 1, text.length());
    }

    private static boolean areDigits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return from < to && to - from <= 18;
    }

    private LocalDate departure() {
        String text = require(ObservationField.DEPARTURE, text(ObservationField.DEPARTURE));
        try {
            return inRange(ObservationField.DEPARTURE, text, IsoText.date(text));
        } catch (DateTimeException e) {
            throw refuse(BAD_DATE, ObservationField.DEPARTURE, text, "wants a date that exists, such as 2027-01-15");
        }
    }

    private Instant observedAt(Instant receivedAt) {
        String text = require(ObservationField.OBSERVED_AT, text(ObservationField.OBSERVED_AT));
        Instant at;
        try {
            at = IsoText.instant(text).truncatedTo(ChronoUnit.MILLIS);
            inRange(ObservationField.OBSERVED_AT, text, LocalDate.ofInstant(at, ZoneOffset.UTC));
        } catch (DateTimeException e) {
            throw refuse(BAD_DATE, ObservationField.OBSERVED_AT, text, "wants an instant such as 2026-07-07T00:00:00Z");
        }
        if (at.isAfter(receivedAt.plus(FUTURE_TOLERANCE))) {
            throw refuse(
                    FUTURE_OBSERVATION,
                    ObservationField.OBSERVED_AT,
                    text,
                    "lies more than an hour after it was received");
        }
        return at;
    }

    private static LocalDate inRange(ObservationField field, String text, LocalDate date) {
        if (date.isBefore(EARLIEST) || date.isAfter(LATEST)) {
            throw refuse(BAD_DATE, field, text, "lies outside " + EARLIEST + " to " + LATEST);
        }
        return date;
    }

    private <E> @Nullable E choice(ObservationField field, Map<String, E> choices) {
        String text = text(field);
        if (text == null) {
            return null;
        }
        E value = choices.get(text);
        if (value == null) {
            throw refuse(BAD_FIELD, field, text, "wants one of " + choices.keySet());
        }
        return value;
    }

    private static <E extends Enum<E>> Map<String, E> names(E[] values) {
        Map<String, E> names = new LinkedHashMap<>();
        for (E value : values) {
            names.put(value.name(), value);
        }
        return names;
    }

    private @Nullable Integer whole(ObservationField field, int least, int most) {
        String text = text(field);
        if (text == null) {
            return null;
        }
        if (areDigits(text, 0, text.length())) {
            long value = Long.parseLong(text);
            if (value >= least && value <= most) {
                return (int) value;
            }
        }
        throw refuse(BAD_FIELD, field, text, "wants a whole number from " + least + " to " + most);
    }

    private @Nullable Double number(ObservationField field, double least, double most) {
        String text = text(field);
        if (text == null) {
            return null;
        }
        if (isDecimal(text)) {
            double value = Double.parseDouble(text);
            if (value >= least && value <= most) {
                return value;
            }
        }
        throw refuse(
                BAD_FIELD, field, text, "wants a number above 0 and up to " + most + "; leave it out when unknown");
    }

    private @Nullable Boolean truth(ObservationField field) {
        String text = text(field);
        if (text == null) {
            return null;
        }
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw refuse(BAD_FIELD, field, text, "wants true or false");
        };
    }

    private @Nullable String plain(ObservationField field) {
        return bounded(field, MAX_TEXT);
    }

    private @Nullable String bounded(ObservationField field, int limit) {
        String text = text(field);
        if (text != null && text.length() > limit) {
            throw refuse(
                    FIELD_TOO_LONG,
                    field,
                    text,
                    "has " + text.length() + " characters, at most " + limit + " are read");
        }
        if (text != null && !WellFormed.is(text)) {
            throw new RejectedException(BAD_FIELD, field.jsonName() + " holds half a surrogate pair");
        }
        return text;
    }

    private static <T> T require(ObservationField field, @Nullable T value) {
        if (value == null) {
            throw new RejectedException(MISSING_FIELD, field.jsonName() + " is missing");
        }
        return value;
    }

    private static <T> T orElse(@Nullable T value, T otherwise) {
        return value == null ? otherwise : value;
    }

    private static RejectedException refuse(RejectReason reason, ObservationField field, String text, String why) {
        String shown = text.length() <= 60 ? text : text.substring(0, 60) + "…";
        return new RejectedException(reason, field.jsonName() + " '" + shown + "' " + why);
    }
}
