package smarttravel.ingest.feeds.rows;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import smarttravel.events.StrictJson;

/** The dotted paths that occur in the first rows of a JSON file: the nearest thing it has to a header. */
final class JsonColumns {
    private static final int ROWS = 100;
    private static final int MOST = 10_000;
    private static final JsonFactory JSON = StrictJson.factory();

    private final Set<String> paths = new LinkedHashSet<>();

    /** Reads the first hundred rows; those that are not JSON objects tell nothing. */
    static List<String> in(JsonTexts texts, StrictText text) throws IOException {
        JsonColumns columns = new JsonColumns();
        for (int i = 0; i < ROWS && texts.advance(); i++) {
            String row = text.decode(texts.text().bytes(), 0, texts.text().length());
            columns.collect(row == null ? "" : row);
        }
        return List.copyOf(columns.paths);
    }

    private void collect(String row) throws IOException {
        try (JsonParser json = JSON.createParser(row)) {
            if (json.nextToken() == JsonToken.START_OBJECT) {
                members(json, "");
            }
        } catch (JsonProcessingException e) {
            // the row is refused with its line when its turn comes
        }
    }

    private void members(JsonParser json, String prefix) throws IOException {
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            String path = prefix + name;
            if (paths.size() < MOST) {
                paths.add(path);
            }
            if (json.nextToken() == JsonToken.START_OBJECT) {
                members(json, path + '.');
            } else {
                json.skipChildren();
            }
        }
    }
}
