package smarttravel.events;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import smarttravel.events.Rejection.RejectedException;

/** Makes rates from texts, and refuses what cannot be one: files and the topic are held to the same rules. */
public final class FxRates {
    private static final String USD = "USD";
    private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2099, 12, 31);
    private static final int MOST_CHARACTERS = 40;
    private static final BigDecimal LARGEST = BigDecimal.TEN.pow(9);
    private static final BigDecimal SMALLEST = BigDecimal.ONE.movePointLeft(12);

    private FxRates() {}

    /**
     * A rate from its texts.
     *
     * @param kind a code of {@link FxKind}; official when absent
     * @throws RejectedException naming the first that is wrong
     */
    public static FxRate checked(String currency, @Nullable String kind, String date, String usd) {
        FxKind known = kind == null ? FxKind.OFFICIAL : FxKind.byCode().get(kind);
        if (known == null) {
            throw new RejectedException(
                    RejectReason.BAD_FIELD,
                    "kind '" + shown(String.valueOf(kind)) + "' wants one of "
                            + FxKind.byCode().keySet());
        }
        return checked(currency, known, day(date), number(usd));
    }

    /**
     * A rate from its parts.
     *
     * @throws RejectedException naming the first that is wrong
     */
    public static FxRate checked(String currency, FxKind kind, LocalDate date, BigDecimal usd) {
        if (!ObservationDraft.isCurrency(currency) || currency.equals(USD)) {
            throw new RejectedException(
                    RejectReason.UNKNOWN_CURRENCY,
                    "currency '" + shown(currency) + "' is not a currency of ISO 4217 other than USD");
        }
        if (date.isBefore(EARLIEST) || date.isAfter(LATEST)) {
            throw new RejectedException(
                    RejectReason.BAD_DATE, "date " + date + " lies outside " + EARLIEST + " to " + LATEST);
        }
        if (usd.compareTo(SMALLEST) < 0 || usd.compareTo(LARGEST) > 0) {
            throw new RejectedException(
                    RejectReason.AMOUNT_OUT_OF_RANGE, "usd " + usd + " lies outside " + SMALLEST + " to " + LARGEST);
        }
        return new FxRate(currency, kind, date, usd.round(MathContext.DECIMAL64).stripTrailingZeros());
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new RejectedException(
                    RejectReason.BAD_DATE, "date '" + shown(text) + "' wants a date such as 2027-01-15");
        }
    }

    /** Whether prices may be quoted in a currency of that code, USD included. */
    public static boolean isCurrency(String code) {
        return ObservationDraft.isCurrency(code);
    }

    /**
     * A rate's number.
     *
     * @throws RejectedException when it is none
     */
    public static BigDecimal number(String text) {
        if (text.length() <= MOST_CHARACTERS && text.matches("\\d+([.]\\d+)?")) {
            return new BigDecimal(text);
        }
        throw new RejectedException(
                RejectReason.BAD_AMOUNT, "rate '" + shown(text) + "' wants a number such as 1525.03");
    }

    private static String shown(String text) {
        return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS) + "…";
    }
}
