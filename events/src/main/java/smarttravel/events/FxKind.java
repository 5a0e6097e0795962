package smarttravel.events;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which of a country's several exchange rates is meant. In Argentina they differ, and a seller uses one of them. */
public enum FxKind {
    /** The central bank's, and the one that holds when nothing is said. */
    OFFICIAL,
    /** The official rate with the taxes on card payments abroad. */
    CARD,
    /** Through bonds that trade in both currencies ({@code dólar MEP}). */
    MEP,
    /** On the street. */
    BLUE;

    private static final Map<String, FxKind> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(FxKind::code, Function.identity()));

    /** What topics, tables and mappings call it, e.g. {@code official}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Every kind by its code. */
    public static Map<String, FxKind> byCode() {
        return BY_CODE;
    }
}
