package smarttravel.ingest.offers;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One offer as a page shows it. Fields that the page does not say are absent.
 *
 * <p>Texts are canonical: decimals with a point, ISO dates, ISO codes, absolute addresses, whitespace collapsed.
 */
public final class ExtractedOffer {
    private final Map<OfferField, String> texts;
    private final Map<OfferField, String> origins;

    private ExtractedOffer(Builder builder) {
        this.texts = new EnumMap<>(builder.texts);
        this.origins = new EnumMap<>(builder.origins);
    }

    /** The field's text, {@code null} when absent. */
    public @Nullable String text(OfferField field) {
        return texts.get(field);
    }

    /** Which selector or property gave the field, {@code null} when absent. */
    public @Nullable String origin(OfferField field) {
        return origins.get(field);
    }

    /** Whether the page says it. */
    public boolean has(OfferField field) {
        return texts.containsKey(field);
    }

    /** Every field that is there, in the order of {@link OfferField}. */
    public Map<OfferField, String> texts() {
        return new EnumMap<>(texts);
    }

    /** A builder that holds what this offer holds. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.texts.putAll(texts);
        builder.origins.putAll(origins);
        return builder;
    }

    /** An empty builder. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public String toString() {
        return texts.toString();
    }

    /** Collects fields; the last text of a field stays. */
    public static final class Builder {
        private final Map<OfferField, String> texts = new EnumMap<>(OfferField.class);
        private final Map<OfferField, String> origins = new EnumMap<>(OfferField.class);

        private Builder() {}

        /**
         * Sets a field; {@code null} and blank leave it as it is.
         *
         * @param origin which selector or property gave it
         */
        public Builder put(OfferField field, @Nullable String text, String origin) {
            if (text != null && !text.isBlank()) {
                texts.put(field, text.strip());
                origins.put(field, origin);
            }
            return this;
        }

        /** The field's text so far. */
        public @Nullable String text(OfferField field) {
            return texts.get(field);
        }

        /** The offer. */
        public ExtractedOffer build() {
            return new ExtractedOffer(this);
        }
    }
}
