package smarttravel.events;

import static smarttravel.events.RejectReason.BAD_DATE;
import static smarttravel.events.RejectReason.BAD_FIELD;
import static smarttravel.events.RejectReason.FUTURE_OBSERVATION;
import static smarttravel.events.RejectReason.UNKNOWN_CURRENCY;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
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
    public static final int MAX_TEXT = FieldTexts.MAX_TEXT;

    private static final int MAX_URL = 2_048;
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2099, 12, 31);
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

    private final FieldTexts fields = new FieldTexts();

    /** Sets a field's text; {@code null} and blank mean absent. */
    public ObservationDraft put(ObservationField field, @Nullable String text) {
        fields.put(field, text);
        return this;
    }

    /** The text a field has so far. */
    public @Nullable String text(ObservationField field) {
        return fields.text(field);
    }

    /** Forgets every field. */
    public void clear() {
        fields.clear();
    }

    /**
     * Checks every field and gives the observation.
     *
     * @param receivedAt when the record came in: an observation more than {@link #FUTURE_TOLERANCE} later is refused
     * @throws RejectedException naming the first field that is missing or wrong
     */
    public PriceObservation build(Instant receivedAt) {
        Availability availability =
                FieldTexts.orElse(fields.choice(ObservationField.AVAILABILITY, AVAILABILITIES), Availability.AVAILABLE);
        boolean soldOut = availability == Availability.SOLD_OUT;
        return new PriceObservation(
                provider(),
                offerId(),
                FieldTexts.require(ObservationField.KIND, fields.choice(ObservationField.KIND, KINDS)),
                fields.plain(ObservationField.NAME),
                fields.place(ObservationField.ORIGIN),
                FieldTexts.require(ObservationField.DESTINATION, fields.place(ObservationField.DESTINATION)),
                fields.country(),
                fields.plain(ObservationField.HOTEL),
                fields.number(ObservationField.STARS, 0.5, 7),
                fields.choice(ObservationField.BOARD, BOARDS),
                fields.plain(ObservationField.BOARD_TEXT),
                fields.whole(ObservationField.NIGHTS, 1, 365),
                departure(),
                fields.whole(ObservationField.OCCUPANCY, 1, 99),
                fields.choice(ObservationField.BASIS, BASES),
                soldOut ? null : FieldTexts.require(ObservationField.AMOUNT, fields.amount(ObservationField.AMOUNT)),
                soldOut ? currency() : FieldTexts.require(ObservationField.CURRENCY, currency()),
                fields.choice(ObservationField.FX_KIND, FxKind.byCode()),
                fields.amount(ObservationField.LIST_AMOUNT),
                fields.truth(ObservationField.TAXES_INCLUDED),
                availability,
                fields.whole(ObservationField.SEATS_LEFT, 0, 100_000),
                fields.number(ObservationField.RATING, 0.000_001, 1_000),
                fields.whole(ObservationField.REVIEWS, 0, 1_000_000_000),
                fields.bounded(ObservationField.URL, MAX_URL),
                observedAt(receivedAt),
                fields.plain(ObservationField.FETCH_ID));
    }

    private String provider() {
        String text = FieldTexts.require(ObservationField.PROVIDER, fields.plain(ObservationField.PROVIDER));
        if (!PROVIDER.matcher(text).matches()) {
            throw FieldTexts.refuse(
                    BAD_FIELD, ObservationField.PROVIDER, text, "wants lower-case letters, digits, '.', '_' or '-'");
        }
        return text;
    }

    private String offerId() {
        String text = FieldTexts.require(ObservationField.OFFER_ID, fields.plain(ObservationField.OFFER_ID));
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                throw FieldTexts.refuse(BAD_FIELD, ObservationField.OFFER_ID, text, "holds a control character");
            }
        }
        return text;
    }

    /** Whether it is the code of money that prices are quoted in. */
    static boolean isCurrency(String code) {
        return CURRENCIES.contains(code);
    }

    private @Nullable String currency() {
        String text = text(ObservationField.CURRENCY);
        if (text != null && !isCurrency(text)) {
            throw FieldTexts.refuse(UNKNOWN_CURRENCY, ObservationField.CURRENCY, text, "is not a currency of ISO 4217");
        }
        return text;
    }

    private LocalDate departure() {
        String text = FieldTexts.require(ObservationField.DEPARTURE, text(ObservationField.DEPARTURE));
        try {
            return inRange(ObservationField.DEPARTURE, text, IsoText.date(text));
        } catch (DateTimeException e) {
            throw FieldTexts.refuse(
                    BAD_DATE, ObservationField.DEPARTURE, text, "wants a date that exists, such as 2027-01-15");
        }
    }

    private Instant observedAt(Instant receivedAt) {
        String text = FieldTexts.require(ObservationField.OBSERVED_AT, text(ObservationField.OBSERVED_AT));
        Instant at;
        try {
            at = IsoText.instant(text).truncatedTo(ChronoUnit.MILLIS);
            inRange(ObservationField.OBSERVED_AT, text, LocalDate.ofInstant(at, ZoneOffset.UTC));
        } catch (DateTimeException e) {
            throw FieldTexts.refuse(
                    BAD_DATE, ObservationField.OBSERVED_AT, text, "wants an instant such as 2026-07-07T00:00:00Z");
        }
        if (at.isAfter(receivedAt.plus(FUTURE_TOLERANCE))) {
            throw FieldTexts.refuse(
                    FUTURE_OBSERVATION,
                    ObservationField.OBSERVED_AT,
                    text,
                    "lies more than an hour after it was received");
        }
        return at;
    }

    private static LocalDate inRange(ObservationField field, String text, LocalDate date) {
        if (date.isBefore(EARLIEST) || date.isAfter(LATEST)) {
            throw FieldTexts.refuse(BAD_DATE, field, text, "lies outside " + EARLIEST + " to " + LATEST);
        }
        return date;
    }

    private static <E extends Enum<E>> Map<String, E> names(E[] values) {
        Map<String, E> names = new LinkedHashMap<>();
        for (E value : values) {
            names.put(value.name(), value);
        }
        return names;
    }
}
