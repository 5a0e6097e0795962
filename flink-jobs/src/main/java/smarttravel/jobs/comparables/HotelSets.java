package smarttravel.jobs.comparables;

import java.util.ArrayList;
import java.util.List;

/** Numbers sorted into sets that grow together, unless two of their members must stay apart. */
final class HotelSets {
    private record Apart(int one, int other) {}

    private final List<List<Integer>> setOf = new ArrayList<>();
    private final List<Apart> apart = new ArrayList<>();

    /** Every number from 0 in a set of its own. */
    HotelSets(int size) {
        for (int number = 0; number < size; number++) {
            setOf.add(new ArrayList<>(List.of(number)));
        }
    }

    /** Forbids that two numbers ever come into one set. */
    void keepApart(int one, int other) {
        apart.add(new Apart(one, other));
    }

    /** Makes one set of those of two numbers, if nothing forbids it. */
    void join(int one, int other) {
        List<Integer> first = setOf.get(one);
        List<Integer> second = setOf.get(other);
        if (first == second || mustStayApart(first, second)) {
            return;
        }
        first.addAll(second);
        for (int moved : second) {
            setOf.set(moved, first);
        }
    }

    private boolean mustStayApart(List<Integer> first, List<Integer> second) {
        return apart.stream()
                .anyMatch(pair -> (first.contains(pair.one()) && second.contains(pair.other()))
                        || (first.contains(pair.other()) && second.contains(pair.one())));
    }

    /** The lowest number in the set of a number: the same for all its members. */
    int firstOf(int number) {
        return setOf.get(number).stream().mapToInt(Integer::intValue).min().orElseThrow();
    }
}
