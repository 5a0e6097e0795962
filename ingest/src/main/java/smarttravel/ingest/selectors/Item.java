package smarttravel.ingest.selectors;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * One thing on a page that may be an offer.
 *
 * @param element what shows it; the whole document for an item that comes from a script
 * @param json what describes it, for an item that comes from a script
 * @param named the texts that were read of it before, by name: what templates are made of
 */
record Item(PageView page, Element element, @Nullable JsonNode json, UnaryOperator<@Nullable String> named) {

    static Item shown(PageView page, Element element) {
        return new Item(page, element, null, name -> null);
    }

    static Item described(PageView page, JsonNode json) {
        return new Item(page, page.document(), json, name -> null);
    }

    Item withNames(UnaryOperator<@Nullable String> names) {
        return new Item(page, element, json, names);
    }

    Stream<JsonNode> nodes(JsonPath path) {
        return json == null ? Stream.empty() : path.in(json);
    }
}
