package smarttravel.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import smarttravel.stack.testing.Topic;

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

    /** The currency's share of each drop on a topic that says one, by offer and instant. */
    public static Map<String, Double> currencyShares(Topic drops) {
        Map<String, Double> shares = new HashMap<>();
        for (var message : drops.records()) {
            try {
                JsonNode drop = JSON.readTree(message.value());
                if (drop.at("/fx/currencyShare").isTextual()) {
                    shares.put(
                            drop.required("offerId").textValue() + " "
                                    + drop.required("observedAt").textValue(),
                            drop.at("/fx/currencyShare").asDouble());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return shares;
    }

    /** ISO text of epoch milliseconds. */
    public static String instant(String epochMilli) {
        return Instant.ofEpochMilli(Long.parseLong(epochMilli)).toString();
    }
}
