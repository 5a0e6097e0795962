package smarttravel.ingest.providers;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import smarttravel.events.Kind;
import smarttravel.ingest.offers.OfferField;
import smarttravel.ingest.providers.ProviderFile.Manners;
import smarttravel.ingest.providers.ProviderFile.Schedule;
import smarttravel.ingest.yaml.YamlFileException;
import smarttravel.ingest.yaml.YamlMap;
import smarttravel.ingest.yaml.YamlTree;

/** Turns a provider's YAML into a {@link ProviderFile}, or complains with file, line and column. */
public final class ProviderFileReader {
    private static final List<String> KEYS = List.of(
            "id",
            "name",
            "strategy",
            "hosts",
            "start",
            "kind",
            "currency",
            "locale",
            "fetch",
            "crawl",
            "constants",
            "rules");
    private static final List<String> FETCH_KEYS =
            List.of("concurrency", "delay", "deadline", "maxBytes", "privateNetwork");
    private static final List<String> CRAWL_KEYS = List.of("every", "quiet", "routes");
    private static final Map<String, Kind> KINDS =
            Arrays.stream(Kind.values()).collect(Collectors.toMap(Kind::name, kind -> kind));
    private static final Map<String, Boolean> TRUTHS = Map.of("yes", true, "no", false, "true", true, "false", false);
    private static final List<String> FIELD_NAMES =
            Arrays.stream(OfferField.values()).map(OfferField::jsonName).toList();

    private final YamlMap top;

    private ProviderFileReader(YamlMap top) {
        this.top = top;
    }

    /**
     * Reads a file.
     *
     * @throws YamlFileException naming the place of what is wrong
     */
    public static ProviderFile read(Path path) throws IOException {
        return new ProviderFileReader(YamlTree.read(path)).read();
    }

    /**
     * Reads what would stand in a file.
     *
     * @param file what complaints call it
     * @throws YamlFileException naming the place of what is wrong
     */
    public static ProviderFile read(String file, String yaml) {
        return new ProviderFileReader(YamlTree.read(Path.of(file), yaml)).read();
    }

    private ProviderFile read() {
        top.allow(KEYS);
        String id = required("id");
        if (!id.matches("[a-z0-9][a-z0-9._-]{0,63}")) {
            throw top.placeOfValue("id").complaint("id '" + id + "' wants lower-case letters, digits, '.', '_' or '-'");
        }
        String name = top.text("name");
        String strategy = top.text("strategy");
        return new ProviderFile(
                id,
                name == null ? id : name,
                strategy == null ? "selectors" : strategy,
                hosts(),
                start(),
                top.choice("kind", KINDS),
                Optional.ofNullable(top.text("currency")),
                Optional.ofNullable(top.text("locale")).map(this::locale),
                top.findMap("fetch").map(ProviderFileReader::manners).orElse(Manners.DEFAULT),
                top.findMap("crawl").map(ProviderFileReader::schedule).orElse(Schedule.NEVER),
                top.findMap("constants").map(ProviderFileReader::constants).orElse(Map.of()),
                top.findMap("rules"));
    }

    private String required(String key) {
        String text = top.text(key);
        if (text == null || text.isBlank()) {
            throw top.place().complaint("the file lacks '" + key + "'");
        }
        return text;
    }

    private List<String> hosts() {
        return top.texts("hosts").stream()
                .map(host -> host.toLowerCase(Locale.ROOT))
                .toList();
    }

    private List<URI> start() {
        List<URI> pages = new ArrayList<>();
        for (String text : top.texts("start")) {
            try {
                URI address = new URI(text.replace("{", "%7B").replace("}", "%7D"));
                if (address.getHost() == null) {
                    throw top.placeOfValue("start").complaint("'" + text + "' is not an absolute address");
                }
                pages.add(address);
            } catch (URISyntaxException e) {
                throw top.placeOfValue("start").complaint("'" + text + "' is not an address");
            }
        }
        return pages;
    }

    private Locale locale(String tag) {
        Locale locale = Locale.forLanguageTag(tag);
        if (locale.getLanguage().isEmpty()) {
            throw top.placeOfValue("locale").complaint("locale '" + tag + "' wants a tag such as es-AR");
        }
        return locale;
    }

    private static Manners manners(YamlMap fetch) {
        fetch.allow(FETCH_KEYS);
        Manners usual = Manners.DEFAULT;
        return new Manners(
                number(fetch, "concurrency", Integer::parseInt).orElse(usual.concurrency()),
                duration(fetch, "delay").orElse(usual.delay()),
                duration(fetch, "deadline").orElse(usual.deadline()),
                number(fetch, "maxBytes", Long::parseLong).orElse(usual.maxBytes()),
                fetch.choice("privateNetwork", TRUTHS).orElse(usual.privateNetwork()));
    }

    private static Schedule schedule(YamlMap crawl) {
        crawl.allow(CRAWL_KEYS);
        return new Schedule(duration(crawl, "every"), Optional.ofNullable(crawl.text("quiet")), crawl.texts("routes"));
    }

    private static Map<String, String> constants(YamlMap map) {
        map.allow(FIELD_NAMES);
        Map<String, String> constants = new LinkedHashMap<>();
        for (String name : map.keys()) {
            @Nullable String text = map.text(name);
            if (text != null) {
                constants.put(name, text);
            }
        }
        return constants;
    }

    private static Optional<Duration> duration(YamlMap map, String key) {
        String text = map.text(key);
        try {
            return text == null ? Optional.empty() : Optional.of(Duration.parse(text));
        } catch (DateTimeParseException e) {
            throw map.placeOfValue(key).complaint(key + " '" + text + "' is not a duration such as PT1S");
        }
    }

    private static <N extends Number> Optional<N> number(YamlMap map, String key, Function<String, N> read) {
        String text = map.text(key);
        try {
            return text == null ? Optional.empty() : Optional.of(read.apply(text));
        } catch (NumberFormatException e) {
            throw map.placeOfValue(key).complaint(key + " '" + text + "' is not a whole number");
        }
    }
}
