package smarttravel.events;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import smarttravel.events.Rejection.RejectedException;

/** {@link HotelDecision} as the JSON of topic {@code match-decisions}: one object of texts. */
public final class HotelDecisionJson {
    private static final JsonFactory JSON = StrictJson.factory();

    private HotelDecisionJson() {}

    /** Writes one decision as UTF-8 JSON, its listings in the order of its key. */
    public static byte[] write(HotelDecision given) {
        HotelDecision decision = given.ordered();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("place", decision.place());
            json.writeStringField("oneProvider", decision.oneProvider());
            json.writeStringField("oneHotel", decision.oneHotel());
            json.writeStringField("otherProvider", decision.otherProvider());
            json.writeStringField("otherHotel", decision.otherHotel());
            json.writeStringField("verdict", decision.verdict().name());
            json.writeStringField("decidedBy", decision.decidedBy());
            json.writeStringField("decidedAt", decision.decidedAt().toString());
            if (decision.note() != null) {
                json.writeStringField("note", decision.note());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads one decision; unknown fields are ignored.
     *
     * @throws RejectedException when it is not JSON, or a field is missing or wrong
     */
    public static HotelDecision read(byte[] json) {
        Map<String, String> texts = StrictJson.plainFields(JSON, json);
        try {
            return new HotelDecision(
                    StrictJson.require(texts, "place"),
                    StrictJson.require(texts, "oneProvider"),
                    StrictJson.require(texts, "oneHotel"),
                    StrictJson.require(texts, "otherProvider"),
                    StrictJson.require(texts, "otherHotel"),
                    verdict(StrictJson.require(texts, "verdict")),
                    StrictJson.require(texts, "decidedBy"),
                    instant(StrictJson.require(texts, "decidedAt")),
                    note(texts));
        } catch (IllegalArgumentException e) {
            throw new RejectedException(RejectReason.BAD_FIELD, String.valueOf(e.getMessage()));
        }
    }

    private static @Nullable String note(Map<String, String> texts) {
        return texts.get("note");
    }

    private static HotelDecision.Verdict verdict(String text) {
        return HotelDecision.Verdict.valueOf(text);
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new RejectedException(RejectReason.BAD_DATE, "decidedAt is no instant: " + e.getMessage());
        }
    }
}
