package smarttravel.events;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

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
