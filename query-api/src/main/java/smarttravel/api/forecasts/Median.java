package smarttravel.api.forecasts;

import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;

/** The middle of some numbers. */
final class Median {
    private Median() {}

    static OptionalDouble of(Collection<Double> numbers) {
        if (numbers.isEmpty()) {
            return OptionalDouble.empty();
        }
        List<Double> sorted = numbers.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return OptionalDouble.of(
                sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2);
    }
}
