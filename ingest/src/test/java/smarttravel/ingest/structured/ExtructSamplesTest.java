package smarttravel.ingest.structured;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import smarttravel.ingest.pages.Page;
import smarttravel.ingest.prices.PriceHint;
import smarttravel.ingest.structured.items.Item;
import smarttravel.ingest.structured.items.ItemValue;
import smarttravel.ingest.structured.items.PageMarkup;
import smarttravel.ingest.structured.items.Syntax;

/** The samples of another reader of structured data: the same items with the same properties and texts are found. */
class ExtructSamplesTest {
    /** Where the samples leave the HTML standard: input elements as items, and what is inside an item that is referred to. */
    private static final Set<String> BEYOND_THE_STANDARD = Set.of(
            "[SearchAction] query-input = item[]",
            "[SearchAction] query-input = ",
            "[Product] image = anvil_executive.jpg|img-2.jpg",
            "[Product] image = anvil_executive.jpg");

    @Test
    void jsonLdItemsAreThoseThatTheSamplesExpect() throws IOException {
        int samples = 0;
        for (Path html : samples()) {
            Path expected = sibling(html, ".jsonld");
            if (Files.exists(expected)) {
                Set<String> wanted = new TreeSet<>();
                describeJson(SharedData.JSON.readTree(expected.toFile()), wanted);
                assertThat(found(html, Syntax.JSON_LD)).as(html.toString()).containsExactlyInAnyOrderElementsOf(wanted);
                samples++;
            }
        }
        assertThat(samples).isGreaterThanOrEqualTo(11);
    }

    @Test
    void microdataItemsAreThoseThatTheSamplesExpect() throws IOException {
        int samples = 0;
        for (Path html : samples()) {
            Path file = sibling(html, ".json");
            JsonNode expected = Files.exists(file) ? SharedData.JSON.readTree(file.toFile()) : null;
            if (expected != null
                    && expected.path(0).has("type")
                    && expected.path(0).path("properties").isObject()) {
                Set<String> wanted = new TreeSet<>();
                describeMicrodata(expected, wanted);
                Set<String> found = found(html, Syntax.MICRODATA);
                found.removeIf(line -> BEYOND_THE_STANDARD.contains(line) && !wanted.contains(line));
                wanted.removeIf(line -> BEYOND_THE_STANDARD.contains(line) && !found.contains(line));
                if (!found.isEmpty()) {
                    assertThat(found).as(html.toString()).containsExactlyInAnyOrderElementsOf(wanted);
                    samples++;
                }
            }
        }
        assertThat(samples).isGreaterThanOrEqualTo(9);
    }

    @Test
    void noSampleHoweverBrokenStopsTheReader() throws IOException {
        StructuredData structuredData = new StructuredData(PriceHint.of("USD", Locale.US));
        for (Path html : samples()) {
            assertThat(structuredData.extract(page(html))).isNotNull();
        }
    }

    private static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.walk(SharedData.path("structured-data/extruct"))) {
            return files.filter(file -> file.toString().endsWith(".html"))
                    .sorted()
                    .toList();
        }
    }

    private static Path sibling(Path html, String ending) {
        return html.resolveSibling(html.getFileName().toString().replace(".html", ending));
    }

    private static Page page(Path html) throws IOException {
        return SharedData.page(html, "https://sample.example/page.html");
    }

    private static Set<String> found(Path html, Syntax syntax) throws IOException {
        Set<String> found = new TreeSet<>();
        for (Item item : PageMarkup.of(page(html).document()).items()) {
            if (item.syntax() == syntax) {
                for (String property : item.properties()) {
                    found.add(described(item.types().toString(), property, texts(item.values(property))));
                }
            }
        }
        return found;
    }

    private static List<String> texts(List<ItemValue> values) {
        List<String> texts = new ArrayList<>();
        for (ItemValue value : values) {
            texts.add(value instanceof Item item ? "item " + item.types() : value.toString());
        }
        return texts;
    }

    private static String described(String types, String property, List<String> values) {
        return types + " " + property + " = " + String.join("|", values).replaceAll("[\\s\\p{Z}]+", "");
    }

    private static void describeJson(JsonNode node, Set<String> wanted) {
        node.forEach(inner -> describeJson(inner, wanted));
        if (!node.isObject()) {
            return;
        }
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            if (!member.getKey().startsWith("@")) {
                List<String> values = new ArrayList<>();
                for (JsonNode value : each(member.getValue())) {
                    if (!value.isNull() && !value.isArray()) {
                        values.add(value.isObject() ? "item " + types(value.path("@type")) : value.asText());
                    }
                }
                if (!values.isEmpty()) {
                    wanted.add(described(types(node.path("@type")).toString(), member.getKey(), values));
                }
            }
        }
    }

    private static void describeMicrodata(JsonNode node, Set<String> wanted) {
        for (JsonNode item : each(node)) {
            if (!item.has("properties")) {
                continue;
            }
            for (Map.Entry<String, JsonNode> member : item.get("properties").properties()) {
                List<String> values = new ArrayList<>();
                for (JsonNode value : each(member.getValue())) {
                    values.add(value.isObject() ? "item " + types(value.path("type")) : value.asText());
                    describeMicrodata(value, wanted);
                }
                wanted.add(described(types(item.path("type")).toString(), member.getKey(), values));
            }
        }
    }

    private static List<String> types(JsonNode types) {
        List<String> names = new ArrayList<>();
        for (JsonNode type : each(types)) {
            String name = type.asText().replaceFirst("^https?://schema.org/", "");
            if (!name.isEmpty() && !names.contains(name)) {
                names.add(name);
            }
        }
        return names;
    }

    private static List<JsonNode> each(JsonNode node) {
        List<JsonNode> nodes = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(nodes::add);
        } else if (!node.isMissingNode()) {
            nodes.add(node);
        }
        return nodes;
    }
}
