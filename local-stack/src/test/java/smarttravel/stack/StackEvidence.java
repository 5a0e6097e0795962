package smarttravel.stack;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

/** Reads what a stack leaves on topics and in tables. */
public final class StackEvidence {
    private static final ObjectMapper JSON = new ObjectMapper();

    private StackEvidence() {}

    /** The id of a drop in a message of topic {@code price-drops}. */
    public static String dropId(byte[] message) {
        try {
            return JSON.readTree(message).required("dropId").textValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** ISO text of epoch milliseconds. */
    public static String instant(String epochMilli) {
        return Instant.ofEpochMilli(Long.parseLong(epochMilli)).toString();
    }
}
