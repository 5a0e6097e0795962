package smarttravel.api.markets;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import smarttravel.events.Kind;

/** A market's name, taken apart: {@code kind/origin/destination}, for packages and hotels also nights and board. */
public record MarketName(
        Kind kind, Optional<String> origin, String destination, Optional<String> nights, Optional<String> board) {
    private static final String UNKNOWN = "-";

    public static MarketName of(String market) {
        List<String> parts = List.of(market.split("/", -1));
        if (!Set.of(3, 5).contains(parts.size())) {
            throw new IllegalStateException("no market's name: " + market);
        }
        return new MarketName(Kind.valueOf(parts.get(0)), part(parts, 1), parts.get(2), part(parts, 3), part(parts, 4));
    }

    private static Optional<String> part(List<String> parts, int index) {
        return parts.size() > index && !parts.get(index).equals(UNKNOWN)
                ? Optional.of(parts.get(index))
                : Optional.empty();
    }
}
