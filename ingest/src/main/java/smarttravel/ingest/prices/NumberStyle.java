package smarttravel.ingest.prices;

import java.util.List;
import java.util.Optional;

/**
 * What is known of how a number is written.
 *
 * @param decimal the separator before decimals, when it is known for certain
 * @param group the separator between groups, when it is known for certain
 * @param thousandths separators before three digits that are decimals
 */
record NumberStyle(Optional<Character> decimal, Optional<Character> group, List<Character> thousandths) {
    /** Nothing is known. */
    static final NumberStyle UNKNOWN = new NumberStyle(Optional.empty(), Optional.empty(), List.of());

    boolean hasThousandths(char separator) {
        return thousandths.contains(separator);
    }
}
