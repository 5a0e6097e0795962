package smarttravel.jobs.comparables;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import smarttravel.events.HotelDecision;
import smarttravel.jobs.fx.DatedRate;
import smarttravel.jobs.fx.KnownRates;

/** What was heard since every holiday was asked whether it is concerned. */
final class FreshNews {
    private final KnownRates rates;
    private final Map<String, Set<Integer>> freshDays = new HashMap<>();
    private final Set<Listed> decidedOn = new HashSet<>();

    /** A listing at a place. */
    private record Listed(String place, String provider, String hotel) {}

    /** Of everything that is known, the news too. */
    FreshNews(KnownRates rates) {
        this.rates = rates;
    }

    void add(DatedRate rate) {
        freshDays
                .computeIfAbsent(rateName(rate.currency(), rate.kind()), name -> new HashSet<>())
                .add(rate.day());
    }

    void add(HotelDecision decision) {
        decidedOn.add(new Listed(decision.place(), decision.oneProvider(), decision.oneHotel()));
        decidedOn.add(new Listed(decision.place(), decision.otherProvider(), decision.otherHotel()));
    }

    /** Whether an offer at a place may stand otherwise now. */
    boolean concern(String place, ComparableOffer offer) throws Exception {
        return isRevalued(offer)
                || (offer.hotel() != null && decidedOn.contains(new Listed(place, offer.provider(), offer.hotel())));
    }

    /** Whether the rate that is in force for an offer is news; a later one that was known already stays in force. */
    private boolean isRevalued(ComparableOffer offer) throws Exception {
        if (!offer.isForeign() || offer.currency() == null) {
            return false;
        }
        @Nullable Set<Integer> fresh = freshDays.get(rateName(offer.currency(), offer.rateKind()));
        if (fresh == null) {
            return false;
        }
        @Nullable DatedRate inForce = rates.inForce(offer.currency(), offer.fxKind(), offer.priceDay());
        return inForce != null && fresh.contains(inForce.day());
    }

    void clear() {
        freshDays.clear();
        decidedOn.clear();
    }

    private static String rateName(String currency, String kind) {
        return currency + '/' + kind;
    }
}
