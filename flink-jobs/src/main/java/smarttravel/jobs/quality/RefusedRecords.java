package smarttravel.jobs.quality;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;
import smarttravel.events.RejectedRecord;
import smarttravel.events.StrictJson;

/**
 * Refused records count against the provider that they name, on the day that they themselves say they were observed on, or
 * else on the day they were received. One that names nobody counts against nobody.
 */
final class RefusedRecords implements FlatMapFunction<RejectedRecord, ProviderEvidence> {
    private static final long serialVersionUID = 1L;
    private static final long SECONDS_OF_A_DAY = 86_400;

    @Override
    public void flatMap(RejectedRecord refused, Collector<ProviderEvidence> out) {
        Map<String, String> said = texts(refused.payload());
        @Nullable String provider = said.get("provider");
        if (provider != null && !provider.isBlank()) {
            Instant at = earlier(refused.rejectedAt(), said.get("observedAt"));
            long day = Math.floorDiv(at.getEpochSecond(), SECONDS_OF_A_DAY);
            out.collect(new ProviderEvidence(provider, day, Evidence.REFUSED, 1));
        }
    }

    private static Instant earlier(Instant received, @Nullable String observedAt) {
        if (observedAt == null) {
            return received;
        }
        try {
            Instant observed = Instant.parse(observedAt);
            return observed.isBefore(received) ? observed : received;
        } catch (DateTimeException e) {
            return received;
        }
    }

    /** The texts of an object; none of what is no object, and those before the place where it breaks. */
    private static Map<String, String> texts(String json) {
        Map<String, String> texts = new HashMap<>();
        try (JsonParser parser = StrictJson.factory().createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return texts;
            }
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                if (parser.nextToken() == JsonToken.VALUE_STRING) {
                    texts.put(name, parser.getText());
                } else {
                    parser.skipChildren();
                }
            }
        } catch (IOException e) {
            return Map.of();
        }
        return texts;
    }
}
