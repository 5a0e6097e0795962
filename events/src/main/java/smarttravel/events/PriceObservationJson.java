package smarttravel.events;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import smarttravel.events.Rejection.RejectedException;

/**
 * {@link PriceObservation} to and from its JSON, streamed: it runs once for every observation there is.
 *
 * <p>Unknown fields are ignored, so that a newer writer does not stop an older reader. Safe for use by several threads.
 */
public final class PriceObservationJson {
    private static final JsonFactory JSON = StrictJson.factory()
            .rebuild()
            .disable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private PriceObservationJson() {}

    /**
     * Reads one observation.
     *
     * @param json UTF-8 JSON object
     * @param receivedAt when the record came in, see {@link ObservationDraft#build}
     * @throws RejectedException when it is not JSON, a mandatory field is missing or a field is wrong
     */
    public static PriceObservation read(byte[] json, Instant receivedAt) {
        if (json.length > StrictJson.MAX_DOCUMENT) {
            throw new RejectedException(
                    RejectReason.MALFORMED_JSON, "larger than " + StrictJson.MAX_DOCUMENT + " bytes");
        }
        ObservationDraft draft = new ObservationDraft();
        try (JsonParser parser = JSON.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new RejectedException(RejectReason.MALFORMED_JSON, "not a JSON object");
            }
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                readField(parser, ObservationField.named(name), draft);
            }
            if (parser.nextToken() != null) {
                throw new RejectedException(RejectReason.MALFORMED_JSON, "more than one JSON object");
            }
        } catch (IOException e) {
            throw new RejectedException(RejectReason.MALFORMED_JSON, StrictJson.shortMessage(e));
        }
        return draft.build(receivedAt);
    }

    private static void readField(JsonParser parser, @Nullable ObservationField field, ObservationDraft draft)
            throws IOException {
        JsonToken token = parser.nextToken();
        if (field == null) {
            parser.skipChildren();
        } else if (draft.text(field) != null) {
            throw new RejectedException(RejectReason.MALFORMED_JSON, field.jsonName() + " is there twice");
        } else if (token.isScalarValue()) {
            draft.put(field, token == JsonToken.VALUE_NULL ? null : parser.getText());
        } else {
            throw new RejectedException(RejectReason.BAD_FIELD, field.jsonName() + " wants a single value");
        }
    }

    /** Writes one observation as UTF-8 JSON; absent fields are left out. */
    public static byte[] write(PriceObservation seen) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            text(json, ObservationField.PROVIDER, seen.provider());
            text(json, ObservationField.OFFER_ID, seen.offerId());
            text(json, ObservationField.KIND, seen.kind());
            text(json, ObservationField.NAME, seen.name());
            text(json, ObservationField.ORIGIN, seen.origin());
            text(json, ObservationField.DESTINATION, seen.destination());
            text(json, ObservationField.COUNTRY, seen.country());
            text(json, ObservationField.HOTEL, seen.hotel());
            number(json, ObservationField.STARS, seen.stars());
            text(json, ObservationField.BOARD, seen.board());
            text(json, ObservationField.BOARD_TEXT, seen.boardText());
            number(json, ObservationField.NIGHTS, seen.nights());
            text(json, ObservationField.DEPARTURE, seen.departure());
            number(json, ObservationField.OCCUPANCY, seen.occupancy());
            text(json, ObservationField.BASIS, seen.basis());
            text(
                    json,
                    ObservationField.AMOUNT,
                    seen.amount() == null ? null : seen.amount().toPlainString());
            text(json, ObservationField.CURRENCY, seen.currency());
            text(
                    json,
                    ObservationField.FX_KIND,
                    seen.fxKind() == null ? null : seen.fxKind().code());
            text(
                    json,
                    ObservationField.LIST_AMOUNT,
                    seen.listAmount() == null ? null : seen.listAmount().toPlainString());
            if (seen.taxesIncluded() != null) {
                json.writeBooleanField(ObservationField.TAXES_INCLUDED.jsonName(), seen.taxesIncluded());
            }
            text(json, ObservationField.AVAILABILITY, seen.availability());
            number(json, ObservationField.SEATS_LEFT, seen.seatsLeft());
            number(json, ObservationField.RATING, seen.rating());
            number(json, ObservationField.REVIEWS, seen.reviews());
            text(json, ObservationField.URL, seen.url());
            text(json, ObservationField.OBSERVED_AT, seen.observedAt());
            text(json, ObservationField.FETCH_ID, seen.fetchId());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void text(JsonGenerator json, ObservationField field, @Nullable Object value) throws IOException {
        if (value != null) {
            json.writeStringField(field.jsonName(), value.toString());
        }
    }

    private static void number(JsonGenerator json, ObservationField field, @Nullable Integer value) throws IOException {
        if (value != null) {
            json.writeNumberField(field.jsonName(), value);
        }
    }

    private static void number(JsonGenerator json, ObservationField field, @Nullable Double value) throws IOException {
        if (value != null) {
            json.writeFieldName(field.jsonName());
            json.writeNumber(BigDecimal.valueOf(value).toPlainString());
        }
    }
}
