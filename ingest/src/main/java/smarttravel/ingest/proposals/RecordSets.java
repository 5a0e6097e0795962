package smarttravel.ingest.proposals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import smarttravel.ingest.proposals.PriceSpot.Role;

/**
 * Finds the sets of elements that could be a page's records. Works upwards from the prices: wherever an element has two
 * children of one name with a price inside, these children may be records, and with them all elements of the page that
 * stand under the same path of tags, share class names and hold a price (so that a list in rows of three is one list).
 */
final class RecordSets {
    private static final int MAX_CLUSTERS = 40;
    private static final int MAX_SETS = 60;
    private static final double SHARED_NAMES = 0.5;

    private final Map<Element, List<PriceSpot>> spots = new LinkedHashMap<>();
    private final Map<Element, Long> paths = new HashMap<>();

    private RecordSets(List<PriceSpot> found) {
        for (PriceSpot spot : found) {
            for (Element at = spot.element(); at != null && !at.nameIs("body"); at = at.parent()) {
                spots.computeIfAbsent(at, element -> new ArrayList<>()).add(spot);
            }
        }
    }

    static List<RecordSet> in(List<PriceSpot> found) {
        return new RecordSets(found).sets();
    }

    private List<RecordSet> sets() {
        Set<Long> repeated = repeatedPaths();
        Map<Long, List<Element>> byPath = new LinkedHashMap<>();
        for (Element element : spots.keySet()) {
            if (priced(element) && repeated.contains(path(element))) {
                byPath.computeIfAbsent(path(element), path -> new ArrayList<>()).add(element);
            }
        }
        List<RecordSet> sets = new ArrayList<>();
        for (List<Element> alike : byPath.values()) {
            for (List<Element> cluster : byNames(alike)) {
                if (cluster.size() > 1) {
                    sets.add(new RecordSet(cluster, spots));
                }
            }
        }
        sets.sort(
                Comparator.comparingInt((RecordSet set) -> set.records().size()).reversed());
        return sets.subList(0, Math.min(MAX_SETS, sets.size()));
    }

    private Set<Long> repeatedPaths() {
        Set<Long> repeated = new HashSet<>();
        Map<Element, Set<String>> namesOfChildren = new HashMap<>();
        for (Element element : spots.keySet()) {
            Element parent = element.parent();
            if (parent != null && priced(element)) {
                boolean first = namesOfChildren
                        .computeIfAbsent(parent, any -> new HashSet<>())
                        .add(element.normalName());
                if (!first) {
                    repeated.add(path(element));
                }
            }
        }
        return repeated;
    }

    private boolean priced(Element element) {
        for (PriceSpot spot : spots.getOrDefault(element, List.of())) {
            if (spot.role() == Role.PRICE) {
                return true;
            }
        }
        return false;
    }

    private long path(Element element) {
        Long known = paths.get(element);
        if (known != null) {
            return known;
        }
        long path = 7;
        for (Element at = element; at != null && !at.nameIs("body"); at = at.parent()) {
            path = path * 1_000_003 + at.normalName().hashCode();
        }
        paths.put(element, path);
        return path;
    }

    private static List<List<Element>> byNames(List<Element> alike) {
        List<List<Element>> clusters = new ArrayList<>();
        List<Set<String>> names = new ArrayList<>();
        for (Element element : alike) {
            Set<String> own = ClassNames.kinds(element);
            int at = 0;
            while (at < clusters.size() && shared(names.get(at), own) < SHARED_NAMES) {
                at++;
            }
            if (at == MAX_CLUSTERS) {
                continue;
            }
            if (at == clusters.size()) {
                clusters.add(new ArrayList<>());
                names.add(own);
            }
            clusters.get(at).add(element);
        }
        return clusters;
    }

    /** The overlap coefficient; elements without any names agree. */
    private static double shared(Set<String> one, Set<String> other) {
        int smaller = Math.min(one.size(), other.size());
        if (smaller == 0) {
            return one.size() == other.size() ? 1 : 0;
        }
        return one.stream().filter(other::contains).count() / (double) smaller;
    }
}
