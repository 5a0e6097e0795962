package smarttravel.stack.sites;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import smarttravel.events.PriceObservation;

/**
 * What a site has to show at one moment.
 *
 * @param cities names of the destinations by code
 * @param day the site's date
 */
record Shelf(List<PriceObservation> offers, Map<String, String> cities, LocalDate day, Set<SiteQuirk> quirks) {
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);

    boolean has(SiteQuirk quirk) {
        return quirks.contains(quirk);
    }

    Optional<PriceObservation> offer(String offerId) {
        return offers.stream()
                .filter(offer -> offer.offerId().equals(offerId))
                .findFirst()
                .map(this::asShown);
    }

    /** The offer with whatever quirk its price has. */
    PriceObservation asShown(PriceObservation offer) {
        return has(SiteQuirk.THOUSANDFOLD_PRICES) ? thousandfold(offer) : offer;
    }

    private static PriceObservation thousandfold(PriceObservation offer) {
        return new PriceObservation(
                offer.provider(),
                offer.offerId(),
                offer.kind(),
                offer.name(),
                offer.origin(),
                offer.destination(),
                offer.country(),
                offer.hotel(),
                offer.stars(),
                offer.board(),
                offer.boardText(),
                offer.nights(),
                offer.departure(),
                offer.occupancy(),
                offer.basis(),
                thousandfold(offer.amount()),
                offer.currency(),
                offer.fxKind(),
                thousandfold(offer.listAmount()),
                offer.taxesIncluded(),
                offer.availability(),
                offer.seatsLeft(),
                offer.rating(),
                offer.reviews(),
                offer.url(),
                offer.observedAt(),
                offer.fetchId());
    }

    private static @Nullable BigDecimal thousandfold(@Nullable BigDecimal amount) {
        return amount == null ? null : amount.multiply(THOUSAND);
    }
}
