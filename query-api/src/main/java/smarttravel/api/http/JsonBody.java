package smarttravel.api.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import smarttravel.api.problems.InvalidRequestException;

/** Reads the JSON object that is sent, strictly: flat, every member once, numbers as the text they are. */
final class JsonBody {
    private static final String WHOLE = "(body)";
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(5)
                    .maxStringLength(10_000)
                    .maxNumberLength(100)
                    .maxDocumentLength(64 * 1024)
                    .build())
            .build();

    private JsonBody() {}

    /** The text of every member; {@code null} members are left out. Nothing sent is an empty object. */
    static Map<String, List<String>> parse(byte[] body) {
        Map<String, List<String>> members = new LinkedHashMap<>();
        if (body.length == 0) {
            return members;
        }
        try (JsonParser parser = JSON.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new InvalidRequestException(WHOLE, "wants a JSON object");
            }
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                JsonToken value = parser.nextToken();
                if (!value.isScalarValue()) {
                    throw new InvalidRequestException(name, "wants a text, a number or true or false");
                }
                if (value != JsonToken.VALUE_NULL) {
                    members.put(name, List.of(parser.getText()));
                }
            }
            if (parser.nextToken() != null) {
                throw new InvalidRequestException(WHOLE, "holds something after the JSON object");
            }
            return members;
        } catch (IOException e) {
            throw new InvalidRequestException(WHOLE, "is not a JSON object with every member once");
        }
    }
}
