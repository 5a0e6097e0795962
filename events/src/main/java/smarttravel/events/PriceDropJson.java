package smarttravel.events;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** {@link PriceDrop} as the JSON of topic {@code price-drops}. The same drop always gives the same bytes. */
public final class PriceDropJson {
    private static final JsonFactory JSON = StrictJson.factory();

    private PriceDropJson() {}

    /** Writes one drop as UTF-8 JSON; absent fields are left out. */
    public static byte[] write(PriceDrop drop) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("dropId", drop.dropId());
            json.writeStringField("provider", drop.provider());
            json.writeStringField("offerId", drop.offerId());
            json.writeStringField("market", drop.market());
            json.writeStringField("kind", drop.kind().name());
            if (drop.name() != null) {
                json.writeStringField("name", drop.name());
            }
            if (drop.origin() != null) {
                json.writeStringField("origin", drop.origin());
            }
            json.writeStringField("destination", drop.destination());
            json.writeStringField("departure", drop.departure().toString());
            json.writeStringField("observedAt", drop.observedAt().toString());
            json.writeStringField("amount", drop.amount().toPlainString());
            json.writeStringField("currency", drop.currency());
            json.writeStringField("baseline", drop.baseline().toPlainString());
            json.writeStringField("percent", drop.percent().toPlainString());
            json.writeStringField("previousAmount", drop.previousAmount().toPlainString());
            json.writeBooleanField("newLow", drop.newLow());
            json.writeNumberField("trackedObservations", drop.trackedObservations());
            json.writeNumberField("trackedDays", drop.trackedDays());
            json.writeNumberField("leadDays", drop.leadDays());
            if (drop.url() != null) {
                json.writeStringField("url", drop.url());
            }
            json.writeBooleanField("flapping", drop.flapping());
            json.writeStringField("baselineAt", drop.baselineAt().toString());
            if (drop.fx() != null) {
                writeShare(json, drop.fx());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void writeShare(JsonGenerator json, FxShare fx) throws IOException {
        json.writeObjectFieldStart("fx");
        json.writeStringField("kind", fx.kind());
        json.writeStringField("since", fx.since().toString());
        if (fx.split() == null) {
            json.writeStringField("missing", FxShare.NO_RATE);
        } else {
            writeSplit(json, fx.split());
            json.writeBooleanField("stale", Boolean.TRUE.equals(fx.stale()));
        }
        json.writeEndObject();
    }

    private static void writeSplit(JsonGenerator json, FxSplit split) throws IOException {
        writePercent(json, "usdPercent", split.usdPercent());
        writePercent(json, "operatorPercent", split.operatorPercent());
        writePercent(json, "currencyPercent", split.currencyPercent());
        if (split.operatorShare() != null && split.currencyShare() != null) {
            writePercent(json, "operatorShare", split.operatorShare());
            writePercent(json, "currencyShare", split.currencyShare());
        }
        json.writeStringField("movedBy", split.movedBy().name());
    }

    private static void writePercent(JsonGenerator json, String name, double percent) throws IOException {
        json.writeStringField(
                name,
                BigDecimal.valueOf(percent).setScale(2, RoundingMode.HALF_UP).toPlainString());
    }
}
