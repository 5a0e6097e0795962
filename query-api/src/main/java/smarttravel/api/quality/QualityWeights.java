package smarttravel.api.quality;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Function;

/**
 * How much each component counts. A score is the mean of the components that are known by their weights: what is not known
 * neither helps nor harms, but when less than half of the weight is known there is no score.
 *
 * @param byAspect what each counts, in any unit, 0 or more
 */
public record QualityWeights<A extends Enum<A>>(Map<A, Double> byAspect) {
    private static final double LEAST_KNOWN = 0.5;

    public QualityWeights {
        byAspect = Collections.unmodifiableMap(new EnumMap<>(byAspect));
        boolean isWrong = byAspect.values().stream().anyMatch(weight -> !(weight >= 0) || weight.isInfinite());
        if (isWrong || total(byAspect) <= 0) {
            throw new IllegalArgumentException("weights must be 0 or more, and one above 0: " + byAspect);
        }
    }

    /**
     * These weights with some of them changed by a text such as {@code honesty=30,stability=0}.
     *
     * @throws IllegalArgumentException if it names what is no component, or a weight that is none
     */
    public QualityWeights<A> changedBy(String text) {
        Map<A, Double> changed = new EnumMap<>(byAspect);
        for (String part : text.isBlank() ? new String[0] : text.split(",", -1)) {
            String[] pair = part.split("=", -1);
            if (pair.length != 2) {
                throw new IllegalArgumentException("a weight is told as name=number, not '" + part + "'");
            }
            changed.put(aspect(pair[0].trim()), number(pair[1].trim()));
        }
        return new QualityWeights<>(changed);
    }

    private A aspect(String word) {
        return byAspect.keySet().stream()
                .filter(aspect -> word(aspect).equals(word))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("'" + word + "' is no component of "
                        + byAspect.keySet().stream().map(QualityWeights::word).toList()));
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("a weight is a number, not '" + text + "'", e);
        }
    }

    /** As tables and people say it. */
    static String word(Enum<?> aspect) {
        return aspect.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The score in SQL, NULL when what is known is less than half of the weight.
     *
     * @param column the column of a component's score, NULL where it has none
     */
    String mean(Function<A, String> column) {
        StringJoiner known = new StringJoiner(" + ");
        StringJoiner sum = new StringJoiner(" + ");
        byAspect.forEach((aspect, weight) -> {
            known.add("if(isNull(" + column.apply(aspect) + "), 0, " + weight + ")");
            sum.add("ifNull(" + column.apply(aspect) + ", 0) * " + weight);
        });
        return "if(%1$s >= %2$s, (%3$s) / (%1$s), NULL)".formatted(known, LEAST_KNOWN * total(byAspect), sum);
    }

    private static double total(Map<?, Double> weights) {
        return weights.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
