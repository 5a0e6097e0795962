package smarttravel.stack.sites;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import smarttravel.events.PriceObservation;

/** Makes a catalogue as large as wanted: the same offers again in hotels with a number behind their name. */
final class ManyOffers {
    private ManyOffers() {}

    static List<PriceObservation> of(List<PriceObservation> offers, int atLeast) {
        List<PriceObservation> copied =
                offers.stream().filter(offer -> offer.hotel() != null).toList();
        List<PriceObservation> all = new ArrayList<>(offers);
        for (int number = 2; all.size() < atLeast && !copied.isEmpty(); number++) {
            for (PriceObservation offer : copied.subList(0, Math.min(copied.size(), atLeast - all.size()))) {
                all.add(copy(offer, number));
            }
        }
        return List.copyOf(all);
    }

    private static PriceObservation copy(PriceObservation offer, int number) {
        String hotel = offer.hotel() + " " + number;
        return new PriceObservation(
                offer.provider(),
                offer.offerId() + "-" + number,
                offer.kind(),
                renamed(offer.name(), offer.hotel(), hotel),
                offer.origin(),
                offer.destination(),
                offer.country(),
                hotel,
                offer.stars(),
                offer.board(),
                offer.boardText(),
                offer.nights(),
                offer.departure(),
                offer.occupancy(),
                offer.basis(),
                offer.amount(),
                offer.currency(),
                offer.fxKind(),
                offer.listAmount(),
                offer.taxesIncluded(),
                offer.availability(),
                offer.seatsLeft(),
                offer.rating(),
                offer.reviews(),
                offer.url() + "-" + number,
                offer.observedAt(),
                offer.fetchId());
    }

    private static @Nullable String renamed(@Nullable String name, @Nullable String hotel, String renamed) {
        return name == null || hotel == null ? name : name.replace(hotel, renamed);
    }
}
