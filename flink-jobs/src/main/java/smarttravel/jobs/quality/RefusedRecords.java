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
 * Refused records count against the provider that they name, on the day that they themselves say they were observed on when
 * that is one that an observation may have, or else on the day they were received. One that names nobody counts against nobody.
 */
final class RefusedRecords implements FlatMapFunction<RejectedRecord, ProviderEvidence> {
    private static final long serialVersionUID = 1L;
    private static final long SECONDS_OF_A_DAY = 86_400;
    /** What claims to be older is refused for just that, and its day fits in no table. */
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    @Override
    public void flatMap(RejectedRecord refused, Collector<ProviderEvidence> out) {
        Map<String, String> said = texts(refused.payload());
        @Nullable String provider = said.get("provider");
        if (provider != null && !provider.isBlank()) {
            Instant at = observed(refused.rejectedAt(), said.get("observedAt"));
            long day = Math.floorDiv(at.getEpochSecond(), SECONDS_OF_A_DAY);
            out.collect(new ProviderEvidence(provider, day, Evidence.REFUSED, 1));
        }
    }

    private static Instant observed(Instant received, @Nullable String observedAt) {
        if (observedAt == null) {
            return received;
        }
        try {
            Instant observed = Instant.parse(observedAt);
            return observed.isBefore(received) && !observed.isBefore(EARLIEST) ? observed : received;
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
            return texts;
        }
        return texts;
    }
}
