package smarttravel.jobs.quality;

import smarttravel.jobs.comparables.Standing;

/**
 * Whether an offer competes with another provider's, and wins.
 *
 * @param departureDay days since 1970
 * @param compared whether another provider's offer is among its comparables, and both can be bought
 * @param cheapest whether no provider is cheaper there
 */
public record OfferRank(long departureDay, boolean compared, boolean cheapest) {
    static OfferRank of(Standing standing) {
        boolean isCompared = standing.providerRank() > 0 && standing.providers() > 1;
        return new OfferRank(standing.offer().departureDay(), isCompared, isCompared && standing.providerRank() == 1);
    }

    void count(int times, EvidenceCounter counter) {
        counter.count(departureDay, Evidence.COMPARED, compared ? times : 0);
        counter.count(departureDay, Evidence.CHEAPEST, cheapest ? times : 0);
    }
}
