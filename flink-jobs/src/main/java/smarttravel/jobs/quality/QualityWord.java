package smarttravel.jobs.quality;

import org.jspecify.annotations.Nullable;

/** What is said of an offer or of its provider: one of the two. */
public record QualityWord(
        @Nullable OfferParts offer, @Nullable ProviderEvidence provider) {
    static QualityWord of(OfferParts offer) {
        return new QualityWord(offer, null);
    }

    static QualityWord of(ProviderEvidence provider) {
        return new QualityWord(null, provider);
    }
}
