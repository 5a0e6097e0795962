package smarttravel.ingest.structured.items;

import java.io.IOException;
import java.util.List;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * One JSON-LD script: read as it is when it is JSON, repaired when it is not, its HTML entities decoded when even that does
 * not help.
 *
 * @param complaint why nothing could be read, {@code null} when something could
 */
record JsonLdScript(List<Item> items, @Nullable String complaint) {

    static JsonLdScript read(String script) {
        String complaint;
        try {
            return new JsonLdScript(JsonLdItems.read(script), null);
        } catch (IOException e) {
            complaint = firstLine(e);
        }
        JsonLdScript mended = attempt(JsonLdRepair.mend(script), complaint);
        if (mended.complaint() == null || script.indexOf('&') < 0) {
            return mended;
        }
        return attempt(JsonLdRepair.mend(Parser.unescapeEntities(script, false)), complaint);
    }

    private static JsonLdScript attempt(String script, String complaint) {
        try {
            return new JsonLdScript(JsonLdItems.read(script), null);
        } catch (IOException e) {
            return new JsonLdScript(List.of(), complaint);
        }
    }

    private static String firstLine(IOException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("not JSON");
    }
}
