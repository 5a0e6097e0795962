package smarttravel.events;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import smarttravel.events.Rejection.RejectedException;

/** How this project reads JSON from outside: bounded in size and depth, and no key twice. */
public final class StrictJson {
    /** The longest document. Jackson checks it only while it reads a stream: an array's length is the caller's to check. */
    static final int MAX_DOCUMENT = 2_000_000;

    private StrictJson() {}

    /** A factory whose parsers refuse what is larger than 2 MB, deeper than 50 or has a key twice. */
    public static JsonFactory factory() {
        return JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxDocumentLength(MAX_DOCUMENT)
                        .maxNestingDepth(50)
                        .maxNumberLength(100)
                        .build())
                .build();
    }

    /**
     * The members of an object that are texts, numbers or truths, as text; nested ones are passed over.
     *
     * @throws RejectedException when it is no JSON object
     */
    static Map<String, String> plainFields(JsonFactory factory, byte[] json) {
        Map<String, String> texts = new HashMap<>();
        try (JsonParser parser = factory.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new RejectedException(RejectReason.MALFORMED_JSON, "not a JSON object");
            }
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                if (parser.nextToken().isScalarValue()) {
                    texts.put(name, parser.getText());
                } else {
                    parser.skipChildren();
                }
            }
        } catch (IOException e) {
            throw new RejectedException(RejectReason.MALFORMED_JSON, shortMessage(e));
        }
        return texts;
    }

    /**
     * A member that must be there.
     *
     * @throws RejectedException when it is not
     */
    static String require(Map<String, String> texts, String field) {
        @Nullable String text = texts.get(field);
        if (text == null) {
            throw new RejectedException(RejectReason.MISSING_FIELD, field + " is missing");
        }
        return text;
    }

    /** What went wrong and where, without the text around it. */
    static String shortMessage(IOException failure) {
        if (failure instanceof JsonProcessingException broken) {
            return broken.getLocation() == null
                    ? broken.getOriginalMessage()
                    : broken.getOriginalMessage() + " at line "
                            + broken.getLocation().getLineNr() + ", column "
                            + broken.getLocation().getColumnNr();
        }
        return String.valueOf(failure.getMessage());
    }

    /** UTF-8 text of a payload, for dead letters. */
    public static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
