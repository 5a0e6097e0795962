package smarttravel.ingest.yaml;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A YAML file as nodes that know their place. No object is ever constructed from it: every scalar is the text that
 * stands there, so that {@code NO} is Norway and {@code 1_000} stays what it is.
 *
 * <p>Refused: keys twice, tags, aliases of lists and maps, several documents, depth above 20, more than 1 MB.
 */
public final class YamlTree {
    private static final int MAX_BYTES = 1_000_000;
    private static final int MAX_DEPTH = 20;
    private static final Set<Tag> PLAIN =
            Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.TIMESTAMP, Tag.MAP, Tag.SEQ, Tag.MERGE);

    private final Path path;
    private final String file;

    private YamlTree(Path path) {
        this.path = path;
        this.file = String.valueOf(path.getFileName());
    }

    /** Reads a file whose top is a map. */
    public static YamlMap read(Path path) throws IOException {
        return read(path, text(path, new Place(String.valueOf(path.getFileName()), 1, 1)));
    }

    /**
     * Reads what would stand in a file.
     *
     * @param path what complaints call it, and where files beside it lie
     */
    public static YamlMap read(Path path, String text) {
        YamlTree tree = new YamlTree(path);
        Node root = tree.compose(text);
        if (root == null) {
            throw new Place(tree.file, 1, 1).complaint("the file is empty");
        }
        return tree.map(root, "the file");
    }

    /** The file of that name in the folder of this one. */
    Path beside(String name) {
        return path.resolveSibling(name);
    }

    private static String text(Path path, Place start) throws IOException {
        try {
            if (Files.size(path) > MAX_BYTES) {
                throw start.complaint("the file is larger than " + MAX_BYTES + " bytes");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(path)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw start.complaint("the file is not UTF-8 text");
        } catch (NoSuchFileException e) {
            throw new YamlFileException(path + " does not exist");
        }
    }

    private @Nullable Node compose(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(0);
        options.setNestingDepthLimit(MAX_DEPTH);
        options.setCodePointLimit(MAX_BYTES);
        try {
            return new Yaml(new SafeConstructor(options)).compose(new StringReader(text));
        } catch (MarkedYAMLException e) {
            throw place(e.getProblemMark()).complaint(String.valueOf(e.getProblem()));
        } catch (YAMLException | IllegalArgumentException e) {
            // SnakeYAML refuses some tags, "!t:%f" for one, with the latter.
            throw new Place(file, 1, 1)
                    .complaint(
                            String.valueOf(e.getMessage()).lines().findFirst().orElse("not YAML"));
        }
    }

    YamlMap map(Node node, String what) {
        if (!(checked(node) instanceof MappingNode mapping)) {
            throw place(node).complaint(what + " wants keys and values");
        }
        Map<String, Node> members = new LinkedHashMap<>();
        Map<String, Place> places = new LinkedHashMap<>();
        for (NodeTuple member : mapping.getValue()) {
            String key = text(member.getKeyNode(), "a key");
            Place place = place(member.getKeyNode());
            if (members.put(key, checked(member.getValueNode())) != null) {
                throw place.complaint("'" + key + "' stands here for the second time");
            }
            places.put(key, place);
        }
        return new YamlMap(this, place(node), what, members, places);
    }

    String text(Node node, String what) {
        if (checked(node) instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw place(node).complaint(what + " wants a single text");
    }

    /** The texts of a list; a single text is a list of one. */
    List<Node> list(Node node) {
        return checked(node) instanceof SequenceNode sequence ? sequence.getValue() : List.of(node);
    }

    private Node checked(Node node) {
        if (!PLAIN.contains(node.getTag())) {
            throw place(node).complaint("tags such as " + node.getTag().getValue() + " are not allowed");
        }
        return node;
    }

    Place place(Node node) {
        return place(node.getStartMark());
    }

    private Place place(@Nullable Mark mark) {
        return mark == null ? new Place(file, 1, 1) : new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
    }
}
