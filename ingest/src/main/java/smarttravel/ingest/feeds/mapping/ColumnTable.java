package smarttravel.ingest.feeds.mapping;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import smarttravel.ingest.yaml.Place;
import smarttravel.ingest.yaml.Spelling;

/** The columns a mapping reads, numbered in the order in which they are first named. */
final class ColumnTable {
    private final Map<String, Place> places = new LinkedHashMap<>();
    private final List<String> names = new ArrayList<>();

    /** The number of a column that is named at this place. */
    int number(String name, Place place) {
        if (name.isEmpty()) {
            throw place.complaint("a column wants a name");
        }
        if (places.putIfAbsent(name, place) == null) {
            names.add(name);
        }
        return names.indexOf(name);
    }

    List<String> names() {
        return List.copyOf(names);
    }

    /** Complains about the first column that the file lacks or has twice. */
    void check(Collection<String> columnsOfFile) {
        places.forEach((name, place) -> {
            int occurrences = Collections.frequency(columnsOfFile, name);
            if (occurrences == 0) {
                throw place.complaint("the file has no column '" + name + "'" + Spelling.hint(name, columnsOfFile));
            }
            if (occurrences > 1) {
                throw place.complaint("the file has " + occurrences + " columns '" + name + "'");
            }
        });
    }
}
