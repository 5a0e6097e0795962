package smarttravel.ingest.yaml;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** One level of keys and values of a {@link YamlTree}, asked for by name. */
public final class YamlMap {
    private final YamlTree tree;
    private final Place place;
    private final String what;
    private final Map<String, Node> members;
    private final Map<String, Place> places;

    YamlMap(YamlTree tree, Place place, String what, Map<String, Node> members, Map<String, Place> places) {
        this.tree = tree;
        this.place = place;
        this.what = what;
        this.members = members;
        this.places = places;
    }

    public Place place() {
        return place;
    }

    /** Where a key stands; where the map starts when it has no such key. */
    public Place place(String key) {
        return places.getOrDefault(key, place);
    }

    public Place placeOfValue(String key) {
        Node node = members.get(key);
        return node == null ? place : tree.place(node);
    }

    /** The file of that name in the folder of the file that this is read from. */
    public Path fileBeside(String name) {
        return tree.beside(name);
    }

    public Set<String> keys() {
        return members.keySet();
    }

    public boolean has(String key) {
        return members.containsKey(key);
    }

    /** Complains about the first key that is none of these. */
    public void allow(Collection<String> known) {
        for (String key : members.keySet()) {
            if (!known.contains(key)) {
                throw place(key).complaint("unknown key '" + key + "' in " + what + Spelling.hint(key, known));
            }
        }
    }

    public @Nullable String text(String key) {
        Node node = members.get(key);
        return node == null ? null : tree.text(node, key);
    }

    /** Whether the value is a map and not a text. */
    public boolean isMap(String key) {
        return members.get(key) instanceof MappingNode;
    }

    /** Whether the value is a single text. */
    public boolean isText(String key) {
        return members.get(key) instanceof ScalarNode;
    }

    public YamlMap map(String key) {
        Node node = members.get(key);
        if (node == null) {
            throw place.complaint(what + " lacks '" + key + "'");
        }
        return tree.map(node, key);
    }

    /** The map under a key; empty when there is no such key. */
    public Optional<YamlMap> findMap(String key) {
        return has(key) ? Optional.of(map(key)) : Optional.empty();
    }

    /** The maps of a list, or the single one; empty when there is no such key. */
    public List<YamlMap> maps(String key) {
        Node node = members.get(key);
        List<YamlMap> maps = new ArrayList<>();
        if (node != null) {
            for (Node item : tree.list(node)) {
                maps.add(tree.map(item, key));
            }
        }
        return maps;
    }

    /** The texts of a list, or of a single text; empty when there is no such key. */
    public List<String> texts(String key) {
        Node node = members.get(key);
        List<String> texts = new ArrayList<>();
        if (node != null) {
            for (Node item : tree.list(node)) {
                texts.add(tree.text(item, key));
            }
        }
        return texts;
    }

    /** One of the given words; empty when there is no such key. */
    public <T> Optional<T> choice(String key, Map<String, T> words) {
        String text = text(key);
        if (text == null) {
            return Optional.empty();
        }
        T chosen = words.get(text);
        if (chosen == null) {
            throw placeOfValue(key)
                    .complaint(
                            key + " '" + text + "' wants one of " + String.join(", ", new TreeSet<>(words.keySet())));
        }
        return Optional.of(chosen);
    }
}
