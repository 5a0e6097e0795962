package smarttravel.events;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** {@link RejectedRecord} as the JSON of topic {@code rejected-observations}. */
public final class RejectedRecordJson {
    private static final JsonFactory JSON = StrictJson.factory();

    private RejectedRecordJson() {}

    /** Writes one dead letter as UTF-8 JSON. */
    public static byte[] write(RejectedRecord rejected) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("reason", rejected.reason().code());
            json.writeStringField("message", rejected.message());
            json.writeStringField("source", rejected.source());
            json.writeStringField("payload", rejected.payload());
            json.writeStringField("rejectedAt", rejected.rejectedAt().toString());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
