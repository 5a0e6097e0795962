package smarttravel.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** A compose file as Compose understands it, as far as the tests ask: services with their environment filled in. */
final class ComposeFile {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+):([?-])([^}]*)}");

    private final Map<String, Object> tree;

    private ComposeFile(Map<String, Object> tree) {
        this.tree = tree;
    }

    static ComposeFile read(Path file) throws IOException {
        return new ComposeFile(map(parse(Files.readString(file))));
    }

    /** Any YAML; a key that stands twice fails. */
    static Object parse(String yaml) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        return new Yaml(new SafeConstructor(options)).load(yaml);
    }

    /** Every service by its name. */
    Map<String, Object> services() {
        return map(tree.getOrDefault("services", Map.of()));
    }

    Map<String, Object> service(String name) {
        return map(services().getOrDefault(name, Map.of()));
    }

    /** A service's environment as the file states it. */
    Map<String, String> statedEnvironment(String service) {
        Map<String, String> stated = new TreeMap<>();
        map(service(service).getOrDefault("environment", Map.of()))
                .forEach((name, value) -> stated.put(name, "" + value));
        return stated;
    }

    /** A service's environment as its container gets it when every variable without a default has some value. */
    Map<String, String> environment(String service) {
        Map<String, String> filled = new TreeMap<>();
        statedEnvironment(service).forEach((name, value) -> filled.put(name, fill(value)));
        return filled;
    }

    private static String fill(String value) {
        return VARIABLE.matcher(value)
                .replaceAll(variable -> Matcher.quoteReplacement(
                        variable.group(2).equals("-") ? variable.group(3) : "set-by-the-operator"))
                .replace("$$", "$");
    }

    /** All texts of a list in a service, joined by blanks: its command, its ports. */
    String text(String service, String key) {
        Object value = service(service).getOrDefault(key, "");
        return value instanceof List<?> list
                ? String.join(" ", list.stream().map(String::valueOf).toList())
                : value.toString();
    }

    @SuppressWarnings("unchecked") // keys of a compose file's maps are texts
    static Map<String, Object> map(Object node) {
        return (Map<String, Object>) node;
    }
}
