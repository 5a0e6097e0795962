package smarttravel.ingest.selectors;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Optional;
import org.jsoup.nodes.Document;

/**
 * An object that a page carries inside a script, for its own code: JSON, or a JavaScript literal that differs from JSON in
 * quotes, commas and comments only. No script is ever run.
 *
 * @param scripts which scripts to look at
 * @param after what stands before the object; it begins with the next brace or bracket
 */
record ScriptJson(Css scripts, String after) {
    private static final ObjectMapper LENIENT = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** The first such object that can be read. */
    Optional<JsonNode> in(Document document) {
        return scripts.in(document)
                .map(script -> script.data())
                .flatMap(data -> read(data).stream())
                .findFirst();
    }

    private Optional<JsonNode> read(String script) {
        int named = script.indexOf(after);
        if (named < 0) {
            return Optional.empty();
        }
        int start = named + after.length();
        while (start < script.length() && script.charAt(start) != '{' && script.charAt(start) != '[') {
            start++;
        }
        if (start == script.length()) {
            return Optional.empty();
        }
        // what follows the object is not read
        try (JsonParser parser = LENIENT.createParser(script.substring(start))) {
            return Optional.ofNullable(parser.readValueAsTree());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
