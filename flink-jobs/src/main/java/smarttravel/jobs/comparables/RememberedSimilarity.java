package smarttravel.jobs.comparables;

import java.util.LinkedHashMap;
import java.util.Map;

/** {@link NameSimilarity}, remembering names and pairs: the same few hundred names are compared again at every price. */
final class RememberedSimilarity {
    private static final int MOST_NAMES = 10_000;
    private static final int MOST_PAIRS = 200_000;

    private record Written(String place, String name) {}

    private record Pair(String place, String one, String other) {}

    private final Map<Written, HotelName> names = new Recent<>(MOST_NAMES);
    private final Map<Pair, Double> pairs = new Recent<>(MOST_PAIRS);

    /** How alike two names at a place are, 0 to 1. */
    double of(Place place, String a, String b) {
        if (a.equals(b)) {
            return 1;
        }
        Pair pair = a.compareTo(b) < 0 ? new Pair(place.code(), a, b) : new Pair(place.code(), b, a);
        Double known = pairs.get(pair);
        if (known == null) {
            known = NameSimilarity.of(name(place, a), name(place, b));
            pairs.put(pair, known);
        }
        return known;
    }

    private HotelName name(Place place, String text) {
        return names.computeIfAbsent(new Written(place.code(), text), written -> HotelName.of(text, place));
    }

    private static final class Recent<K, V> extends LinkedHashMap<K, V> {
        private static final long serialVersionUID = 1L;
        private final int most;

        Recent(int most) {
            this.most = most;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > most;
        }
    }
}
