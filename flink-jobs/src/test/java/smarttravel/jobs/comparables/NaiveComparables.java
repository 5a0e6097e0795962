package smarttravel.jobs.comparables;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The rule of comparables in the plainest way: every offer is held against every other. */
final class NaiveComparables {
    private static final HotelMatcher MATCHER = new HotelMatcher();

    private final List<ComparableOffer> all;
    private final boolean hotelsMatter;
    private final String destination;

    NaiveComparables(List<ComparableOffer> all, boolean hotelsMatter, String destination) {
        this.all = all;
        this.hotelsMatter = hotelsMatter;
        this.destination = destination;
    }

    /** What an offer's row must say, in words that can be compared. */
    String row(ComparableOffer offer) {
        List<ComparableOffer> peers = peers(offer);
        List<ComparableOffer> priced = peers.stream()
                .filter(peer -> peer.available() && !Double.isNaN(peer.unitUsd()))
                .sorted(Comparator.comparingDouble(ComparableOffer::unitUsd).thenComparing(ComparableOffer::key))
                .toList();
        Set<String> providers = new HashSet<>();
        priced.forEach(peer -> providers.add(peer.provider()));
        StringBuilder row = new StringBuilder(offer.key() + ": " + priced.size() + " of " + providers.size());
        if (!priced.isEmpty()) {
            double cheapest = priced.get(0).unitUsd();
            row.append(" from ").append(cheapest).append(" at ").append(firstAt(cheapest, priced));
            row.append(" median ").append(median(priced));
        }
        if (priced.contains(offer)) {
            row.append(" rank ").append(1 + cheaperProviders(offer, providers, priced));
            row.append(" cheaper ")
                    .append(priced.stream()
                            .filter(peer -> peer.unitUsd() < offer.unitUsd())
                            .count());
            row.append(" same ")
                    .append(priced.stream()
                                    .filter(peer -> peer.unitUsd() == offer.unitUsd())
                                    .count()
                            - 1);
        }
        return row + " seen "
                + peers.stream().mapToLong(ComparableOffer::observations).sum() + " "
                + new TreeSet<>(peers.stream().map(ComparableOffer::key).toList());
    }

    /** The same words from a row of the job. */
    static String row(Standing standing) {
        ComparableOffer offer = standing.offer();
        StringBuilder row = new StringBuilder(offer.key() + ": " + standing.offers() + " of " + standing.providers());
        if (standing.offers() > 0) {
            row.append(" from ").append(standing.cheapestUsd()).append(" at ").append(standing.cheapestProvider());
            row.append(" median ").append(standing.medianUsd());
        }
        if (standing.providerRank() > 0) {
            row.append(" rank ").append(standing.providerRank());
            row.append(" cheaper ").append(standing.cheaper()).append(" same ").append(standing.samePrice());
        }
        return row + " seen " + standing.observations() + " "
                + new TreeSet<>(standing.comparables().lines().toList());
    }

    private List<ComparableOffer> peers(ComparableOffer offer) {
        List<ComparableOffer> near = all.stream()
                .filter(other -> Math.abs(other.departureDay() - offer.departureDay()) <= 1)
                .toList();
        if (!hotelsMatter) {
            return near;
        }
        List<ComparableOffer> peers = new ArrayList<>(List.of(offer));
        for (int next = 0; next < peers.size(); next++) {
            for (ComparableOffer other : near) {
                if (!peers.contains(other) && match(peers.get(next), other)) {
                    peers.add(other);
                }
            }
        }
        return peers;
    }

    private boolean match(ComparableOffer one, ComparableOffer other) {
        @Nullable HotelListing first = listing(one);
        @Nullable HotelListing second = listing(other);
        return first != null && second != null && MATCHER.confidence(first, second) >= HotelMatcher.THRESHOLD;
    }

    private @Nullable HotelListing listing(ComparableOffer offer) {
        return offer.hotel() == null
                ? null
                : new HotelListing(offer.provider(), destination, offer.hotel(), offer.stars());
    }

    private static String firstAt(double price, List<ComparableOffer> priced) {
        return priced.stream()
                .filter(peer -> peer.unitUsd() == price)
                .map(ComparableOffer::provider)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static double median(List<ComparableOffer> priced) {
        int size = priced.size();
        return (priced.get((size - 1) / 2).unitUsd() + priced.get(size / 2).unitUsd()) / 2;
    }

    private static long cheaperProviders(ComparableOffer offer, Set<String> providers, List<ComparableOffer> priced) {
        double own = cheapestOf(offer.provider(), priced);
        return providers.stream()
                .filter(other -> cheapestOf(other, priced) < own)
                .count();
    }

    private static double cheapestOf(String provider, List<ComparableOffer> priced) {
        return priced.stream()
                .filter(peer -> peer.provider().equals(provider))
                .mapToDouble(ComparableOffer::unitUsd)
                .min()
                .orElseThrow();
    }
}
