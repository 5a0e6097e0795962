package smarttravel.api.quality;

import java.time.Instant;
import java.time.LocalDate;
import smarttravel.api.http.Meaning;

/** An offer's quality and whose it is. */
public record RatedOffer(
        String provider,
        String offerId,
        String market,
        String destination,
        LocalDate departure,
        @Meaning("latest observation") Instant observedAt,
        OfferQuality quality) {

    /** The offer's identity across providers. */
    String key() {
        return provider + '/' + offerId;
    }
}
