package smarttravel.ingest.feeds.rows;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Dotted paths such as {@code place.country.name} as a tree, to be walked along while an object is read. */
final class WantedPaths {
    static final int NOT_WANTED = -1;

    private final Map<String, WantedPaths> members = new HashMap<>();
    private int column = NOT_WANTED;

    static WantedPaths of(List<String> paths) {
        WantedPaths root = new WantedPaths();
        for (int i = 0; i < paths.size(); i++) {
            WantedPaths node = root;
            for (String name : paths.get(i).split("\\.", -1)) {
                node = node.members.computeIfAbsent(name, unused -> new WantedPaths());
            }
            node.column = i;
        }
        return root;
    }

    @Nullable
    WantedPaths member(String name) {
        return members.get(name);
    }

    /** Which wanted column ends here, or {@link #NOT_WANTED}. */
    int column() {
        return column;
    }
}
