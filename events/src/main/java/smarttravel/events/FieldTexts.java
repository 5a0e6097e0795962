package smarttravel.events;

import static smarttravel.events.RejectReason.AMOUNT_NOT_POSITIVE;
import static smarttravel.events.RejectReason.AMOUNT_OUT_OF_RANGE;
import static smarttravel.events.RejectReason.BAD_AMOUNT;
import static smarttravel.events.RejectReason.BAD_FIELD;
import static smarttravel.events.RejectReason.FIELD_TOO_LONG;
import static smarttravel.events.RejectReason.MISSING_FIELD;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import smarttravel.events.Rejection.RejectedException;

/** The texts of an observation's fields, each read as what it should be; what is not is refused with field and value. */
final class FieldTexts {
    /** The longest text of a field other than {@code url}. */
    static final int MAX_TEXT = 512;

    private static final BigDecimal LARGEST_AMOUNT = new BigDecimal("100000000000");

    private final Map<ObservationField, String> texts = new EnumMap<>(ObservationField.class);

    void put(ObservationField field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            texts.remove(field);
        } else {
            texts.put(field, text);
        }
    }

    @Nullable
    String text(ObservationField field) {
        return texts.get(field);
    }

    void clear() {
        texts.clear();
    }

    @Nullable
    String place(ObservationField field) {
        return letters(field, 3, "wants an IATA code of three capital letters");
    }

    @Nullable
    String country() {
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

    @Nullable
    BigDecimal amount(ObservationField field) {
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

    <E> @Nullable E choice(ObservationField field, Map<String, E> choices) {
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

    @Nullable
    Integer whole(ObservationField field, int least, int most) {
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

    @Nullable
    Double number(ObservationField field, double least, double most) {
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

    @Nullable
    Boolean truth(ObservationField field) {
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

    @Nullable
    String plain(ObservationField field) {
        return bounded(field, MAX_TEXT);
    }

    @Nullable
    String bounded(ObservationField field, int limit) {
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

    static <T> T require(ObservationField field, @Nullable T value) {
        if (value == null) {
            throw new RejectedException(MISSING_FIELD, field.jsonName() + " is missing");
        }
        return value;
    }

    static <T> T orElse(@Nullable T value, T otherwise) {
        return value == null ? otherwise : value;
    }

    static RejectedException refuse(RejectReason reason, ObservationField field, String text, String why) {
        String shown = text.length() <= 60 ? text : text.substring(0, 60) + "…";
        return new RejectedException(reason, field.jsonName() + " '" + shown + "' " + why);
    }
}
