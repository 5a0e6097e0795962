package smarttravel.api.quality;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import smarttravel.api.http.Meaning;

/** How good a provider's data were on a day. */
public record ProviderQuality(
        String provider,
        @Meaning("UTC day of observation") LocalDate day,

        @Meaning("mean of the known components by weight; absent when less than half of the weight is known") @Nullable
        Double score,

        @Meaning("observations that were accepted") QualityPart validity,
        @Meaning("optional fields that are filled") QualityPart completeness,
        @Meaning("live offers seen in the last 24 hours") QualityPart freshness,

        @Meaning("list prices not above the offer's own highest price of a month")
        QualityPart honesty,

        @Meaning("price changes not undone within 48 hours") QualityPart stability,

        @Meaning("offers that another provider's is compared with and nobody undercuts; known of the newest day only")
        QualityPart competitiveness) {}
