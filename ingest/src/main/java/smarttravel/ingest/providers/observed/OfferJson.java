package smarttravel.ingest.providers.observed;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import smarttravel.ingest.offers.OfferField;

/** An offer as JSON for a dead letter: every field is the text that was read. */
final class OfferJson {
    private static final JsonFactory JSON = new JsonFactory();

    private OfferJson() {}

    static String write(Map<OfferField, String> texts) {
        StringWriter written = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(written)) {
            json.writeStartObject();
            for (Map.Entry<OfferField, String> field : texts.entrySet()) {
                json.writeStringField(field.getKey().jsonName(), field.getValue());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return written.toString();
    }
}
