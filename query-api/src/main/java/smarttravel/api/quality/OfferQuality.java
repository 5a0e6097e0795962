package smarttravel.api.quality;

import org.jspecify.annotations.Nullable;
import smarttravel.api.http.Meaning;

/** How good an offer is for what it is. */
public record OfferQuality(
        @Meaning("0 to 100: mean of the known components by weight; absent when less than half of the weight is known")
        @Nullable
        Double score,

        @Meaning("its price among comparable offers, ties counted half; insufficient under 3 others")
        QualityPart value,

        @Meaning("guests' rating, shrunk to the market's mean by how few reviews it has")
        QualityPart rating,

        @Meaning("category out of five") QualityPart stars,
        @Meaning("its provider's score") QualityPart provider,

        @Meaning("how steady its last 20 prices were; insufficient under 5 of them")
        QualityPart priceRisk) {
    /** Fewer comparables than this, itself not counted, say nothing of how an offer stands. */
    public static final int LEAST_OTHERS = 3;
}
