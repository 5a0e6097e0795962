package smarttravel.jobs.comparables;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import smarttravel.events.HotelDecision;
import smarttravel.jobs.fx.DatedRate;

/** What was heard since every holiday was asked whether it is concerned. */
final class FreshNews {
    private final Map<String, Integer> firstDayByRate = new HashMap<>();
    private final Set<Listed> decidedOn = new HashSet<>();

    /** A listing at a place. */
    private record Listed(String place, String provider, String hotel) {}

    void add(DatedRate rate) {
        firstDayByRate.merge(rateName(rate.currency(), rate.kind()), rate.day(), Math::min);
    }

    void add(HotelDecision decision) {
        decidedOn.add(new Listed(decision.place(), decision.oneProvider(), decision.oneHotel()));
        decidedOn.add(new Listed(decision.place(), decision.otherProvider(), decision.otherHotel()));
    }

    /** Whether an offer at a place may stand otherwise now. */
    boolean concern(String place, ComparableOffer offer) {
        return isRevalued(offer)
                || (offer.hotel() != null && decidedOn.contains(new Listed(place, offer.provider(), offer.hotel())));
    }

    private boolean isRevalued(ComparableOffer offer) {
        if (!offer.isForeign() || offer.currency() == null) {
            return false;
        }
        @Nullable Integer first = firstDayByRate.get(rateName(offer.currency(), offer.rateKind()));
        return first != null && first <= offer.priceDay();
    }

    void clear() {
        firstDayByRate.clear();
        decidedOn.clear();
    }

    private static String rateName(String currency, String kind) {
        return currency + '/' + kind;
    }
}
