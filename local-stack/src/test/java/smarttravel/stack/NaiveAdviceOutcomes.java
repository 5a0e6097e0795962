package smarttravel.stack;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import smarttravel.events.Availability;
import smarttravel.events.PriceObservation;
import smarttravel.jobs.money.UnitPrice;

/** What came of advice, look by look: slow, and written without a thought of how the tables do it. */
final class NaiveAdviceOutcomes {
    /** One look of a buyer; {@code price} is 0 when the offer is sold out. */
    private record Look(double price, @Nullable String currency) {}

    private final Map<String, TreeMap<Instant, Look>> looks = new HashMap<>();
    private final Map<String, Instant> newest = new HashMap<>();
    private final Map<String, String> words = new HashMap<>();

    NaiveAdviceOutcomes(List<PriceObservation> observations) {
        for (PriceObservation seen : observations) {
            TreeMap<Instant, Look> known = looks.computeIfAbsent(seen.key(), key -> new TreeMap<>());
            if (known.isEmpty() || known.lastKey().isBefore(seen.observedAt())) {
                @Nullable
                String before =
                        known.isEmpty() ? null : known.lastEntry().getValue().currency();
                known.put(seen.observedAt(), new Look(price(seen), seen.currency() == null ? before : seen.currency()));
            }
            newest.merge(seen.provider(), seen.observedAt(), (one, other) -> one.isAfter(other) ? one : other);
        }
    }

    private static double price(PriceObservation seen) {
        if (seen.amount() == null || seen.availability() == Availability.SOLD_OUT) {
            return 0;
        }
        double unit = UnitPrice.of(seen);
        return Double.isNaN(unit) ? seen.amount().doubleValue() : unit;
    }

    /** A word that was given. */
    void said(String offer, Instant at, String mode, String word) {
        words.put(offer + at + mode, word);
    }

    /** {@code waited|paid|cheapest}, or nothing when it cannot be judged. */
    List<Double> outcome(String offer, Instant at, String mode, String currency) {
        Look first = Objects.requireNonNull(looks.get(offer)).get(at);
        Instant until = at.plus(Duration.ofDays(7));
        if (first == null
                || until.isAfter(Objects.requireNonNull(newest.get(offer.substring(0, offer.indexOf('/')))))) {
            return List.of();
        }
        List<Double> prices = new ArrayList<>();
        double waited = 0;
        double last = first.price();
        for (var look : looks.get(offer).subMap(at, false, until, true).entrySet()) {
            if (!currency.equals(look.getValue().currency())) {
                continue;
            }
            if (look.getValue().price() == 0) {
                prices.add(1.1 * last);
                waited = waited == 0 ? 1.1 * last : waited;
                break;
            }
            last = look.getValue().price();
            prices.add(last);
            String word = words.getOrDefault(offer + look.getKey() + mode, "WAIT");
            waited = waited == 0 && !word.equals("WAIT") ? last : waited;
        }
        if (prices.isEmpty()) {
            return List.of();
        }
        waited = waited == 0 ? prices.get(prices.size() - 1) : waited;
        double paid = words.getOrDefault(offer + at + mode, "BUY").equals("WAIT") ? waited : first.price();
        double cheapest = Math.min(
                first.price(), prices.stream().mapToDouble(price -> price).min().orElse(first.price()));
        return List.of(waited, paid, cheapest);
    }
}
