package smarttravel.events;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import smarttravel.events.Rejection.RejectedException;

/** {@link FxRate} as the JSON of topic {@code fx-rates}: {@code {"currency","kind","date","usd"}}, all of them text. */
public final class FxRateJson {
    private static final JsonFactory JSON = StrictJson.factory();

    private FxRateJson() {}

    /** Writes one rate as UTF-8 JSON. */
    public static byte[] write(FxRate rate) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(96);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("currency", rate.currency());
            json.writeStringField("kind", rate.kind().code());
            json.writeStringField("date", rate.date().toString());
            json.writeStringField("usd", rate.usd().toPlainString());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads one rate; unknown fields are ignored.
     *
     * @throws RejectedException when it is not JSON, or a field is missing or wrong
     */
    public static FxRate read(byte[] json) {
        Map<String, String> texts = new HashMap<>();
        try (JsonParser parser = JSON.createParser(json)) {
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
            throw new RejectedException(RejectReason.MALFORMED_JSON, StrictJson.shortMessage(e));
        }
        return FxRates.checked(
                require(texts, "currency"), texts.get("kind"), require(texts, "date"), require(texts, "usd"));
    }

    private static String require(Map<String, String> texts, String field) {
        @Nullable String text = texts.get(field);
        if (text == null) {
            throw new RejectedException(RejectReason.MISSING_FIELD, field + " is missing");
        }
        return text;
    }
}
