package smarttravel.events;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
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
        Map<String, String> texts = StrictJson.plainFields(JSON, json);
        return FxRates.checked(
                StrictJson.require(texts, "currency"),
                texts.get("kind"),
                StrictJson.require(texts, "date"),
                StrictJson.require(texts, "usd"));
    }
}
