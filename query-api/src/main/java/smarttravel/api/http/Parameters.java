package smarttravel.api.http;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import smarttravel.events.ObservationDraft;

/** The kinds of parameter this API knows. Every one is bounded. */
public final class Parameters {
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2099, 12, 31);
    private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,12}(\\.\\d{1,4})?");

    private Parameters() {}

    /** Free text of 1 to 512 characters (the longest an observation's text may be). */
    public static Parameter<String> text(String name, String meaning) {
        int longest = ObservationDraft.MAX_TEXT;
        return Parameter.query(name, meaning, Map.of("type", "string", "minLength", 1, "maxLength", longest), text -> {
            if (text.isEmpty() || text.length() > longest) {
                throw new IllegalArgumentException("wants 1 to " + longest + " characters");
            }
            return text;
        });
    }

    /** Text of one shape. */
    public static Parameter<String> pattern(String name, String regex, String wish, String meaning) {
        Pattern pattern = Pattern.compile(regex);
        return Parameter.query(name, meaning, Map.of("type", "string", "pattern", "^" + regex + "$"), text -> {
            if (!pattern.matcher(text).matches()) {
                throw new IllegalArgumentException("wants " + wish);
            }
            return text;
        });
    }

    /** IATA code of a city or airport. */
    public static Parameter<String> place(String name, String meaning) {
        return pattern(name, "[A-Z]{3}", "an IATA code of three capital letters", meaning);
    }

    /** One of an enum's constants, by name. */
    public static <E extends Enum<E>> Parameter<E> choice(String name, Class<E> type, String meaning) {
        Map<String, E> choices = new LinkedHashMap<>();
        for (E constant : type.getEnumConstants()) {
            choices.put(constant.toString(), constant);
        }
        return Parameter.query(name, meaning, Map.of("type", "string", "enum", List.copyOf(choices.keySet())), text -> {
            E chosen = choices.get(text);
            if (chosen == null) {
                throw new IllegalArgumentException("wants one of " + String.join(", ", choices.keySet()));
            }
            return chosen;
        });
    }

    /** Whole number within bounds. */
    public static Parameter<Integer> whole(String name, int least, int most, String meaning) {
        return Parameter.query(name, meaning, Map.of("type", "integer", "minimum", least, "maximum", most), text -> {
            if (WHOLE.matcher(text).matches()) {
                int value = Integer.parseInt(text);
                if (value >= least && value <= most) {
                    return value;
                }
            }
            throw new IllegalArgumentException("wants a whole number from " + least + " to " + most);
        });
    }

    /** Decimal number from 0 to a limit, at most four decimals. */
    public static Parameter<BigDecimal> decimal(String name, BigDecimal most, String meaning) {
        return Parameter.query(name, meaning, Map.of("type", "number", "minimum", 0, "maximum", most), text -> {
            if (DECIMAL.matcher(text).matches()) {
                BigDecimal value = new BigDecimal(text);
                if (value.compareTo(most) <= 0) {
                    return value;
                }
            }
            throw new IllegalArgumentException(
                    "wants a number from 0 to " + most.toPlainString() + " with at most four decimals");
        });
    }

    /** Local date from 2000 to 2099. */
    public static Parameter<LocalDate> date(String name, String meaning) {
        return Parameter.query(
                name,
                meaning,
                Map.of("type", "string", "format", "date"),
                time(LocalDate::parse, date -> date, "a date such as 2027-01-15"));
    }

    /** Instant from 2000 to 2099. */
    public static Parameter<Instant> instant(String name, String meaning) {
        return Parameter.query(
                name,
                meaning,
                Map.of("type", "string", "format", "date-time"),
                time(
                        Instant::parse,
                        at -> LocalDate.ofInstant(at, ZoneOffset.UTC),
                        "an instant such as 2026-07-07T00:00:00Z"));
    }

    /** UUID in its canonical form. */
    public static Parameter<UUID> uuid(String name, String meaning) {
        return Parameter.query(name, meaning, Map.of("type", "string", "format", "uuid"), text -> {
            UUID id = text.length() == 36 ? UUID.fromString(text) : new UUID(0, 0);
            if (!id.toString().equalsIgnoreCase(text)) {
                throw new IllegalArgumentException("wants a UUID");
            }
            return id;
        });
    }

    /** {@code true} or {@code false}. */
    public static Parameter<Boolean> flag(String name, String meaning) {
        List<String> words = Arrays.asList("true", "false");
        return Parameter.query(name, meaning, Map.of("type", "boolean"), text -> {
            if (!words.contains(text)) {
                throw new IllegalArgumentException("wants true or false");
            }
            return text.equals("true");
        });
    }

    private static <T> Function<String, T> time(Function<String, T> parse, Function<T, LocalDate> day, String wish) {
        return text -> {
            try {
                T time = parse.apply(text);
                LocalDate date = day.apply(time);
                if (!date.isBefore(EARLIEST) && !date.isAfter(LATEST)) {
                    return time;
                }
            } catch (DateTimeException e) {
                throw new IllegalArgumentException("wants " + wish, e);
            }
            throw new IllegalArgumentException("wants " + wish + ", between " + EARLIEST + " and " + LATEST);
        };
    }
}
