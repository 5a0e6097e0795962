package smarttravel.ingest.offers;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Set;

/**
 * An extraction as JSON: {@code {"offers":[…],"rejected":[…]}}, with every field's origin under {@code origins}. Numbers are
 * JSON numbers; the fields that everybody asks for are {@code null} when absent, the others are left out.
 */
public final class ExtractionJson {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();
    private static final Set<OfferField> ALWAYS = EnumSet.of(
            OfferField.NAME,
            OfferField.PRICE,
            OfferField.CURRENCY,
            OfferField.LIST_PRICE,
            OfferField.URL,
            OfferField.RATING,
            OfferField.RATING_MAX,
            OfferField.REVIEW_COUNT,
            OfferField.DEPARTURE);

    private ExtractionJson() {}

    /** The JSON text, indented. */
    public static String text(Extraction extraction) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeArrayFieldStart("offers");
            for (ExtractedOffer offer : extraction.offers()) {
                json.writeStartObject();
                fields(json, offer);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("rejected");
            for (RefusedOffer refused : extraction.refused()) {
                refused(json, refused);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot be written", e);
        }
        return text.toString();
    }

    private static void refused(JsonGenerator json, RefusedOffer refused) throws IOException {
        json.writeStartObject();
        json.writeStringField("reason", refused.reason());
        json.writeStringField("message", refused.message());
        fields(json, refused.read());
        json.writeEndObject();
    }

    private static void fields(JsonGenerator json, ExtractedOffer offer) throws IOException {
        for (OfferField field : OfferField.values()) {
            String text = offer.text(field);
            if (text != null) {
                json.writeFieldName(field.jsonName());
                value(json, field, text);
            } else if (ALWAYS.contains(field)) {
                json.writeNullField(field.jsonName());
            }
        }
        json.writeObjectFieldStart("origins");
        for (OfferField field : offer.texts().keySet()) {
            json.writeStringField(field.jsonName(), offer.origin(field));
        }
        json.writeEndObject();
    }

    /** A text that is not what its field should hold stays a text. */
    private static void value(JsonGenerator json, OfferField field, String text) throws IOException {
        switch (field.shape()) {
            case NUMBER -> number(json, text);
            case TRUTH -> {
                if (text.equals("true") || text.equals("false")) {
                    json.writeBoolean(Boolean.parseBoolean(text));
                } else {
                    json.writeString(text);
                }
            }
            case TEXT -> json.writeString(text);
        }
    }

    private static void number(JsonGenerator json, String text) throws IOException {
        BigDecimal number;
        try {
            number = new BigDecimal(text);
        } catch (NumberFormatException e) {
            json.writeString(text);
            return;
        }
        json.writeNumber(number);
    }
}
