package smarttravel.stack.simulation;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A pattern as tests compare it.
 *
 * @param offer provider/offerId
 * @param pattern as the table says it, e.g. {@code slide}
 * @param observations what it rests on; 0 for last-minute sales, which rest on their drop
 */
public record FoundPattern(String offer, String pattern, Instant startedAt, Instant endedAt, int observations) {

    /** What a table that replaces rows by start keeps of them: each pattern with its last end. */
    static List<FoundPattern> latest(Collection<FoundPattern> all) {
        Map<String, FoundPattern> latest = new TreeMap<>();
        all.stream()
                .sorted(Comparator.comparing(FoundPattern::endedAt))
                .forEach(found -> latest.put(found.offer + " " + found.pattern + " " + found.startedAt, found));
        return List.copyOf(latest.values());
    }
}
