package smarttravel.api.comparables;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import smarttravel.api.comparables.PriceComparison.Status;
import smarttravel.api.fx.Rate;
import smarttravel.api.offers.Offer;
import smarttravel.api.offers.OfferKey;
import smarttravel.api.quality.OfferQuality;
import smarttravel.events.Availability;

/**
 * Compares an offer with its peers by what is known of their prices now: the rows say who is compared, the offers what they
 * cost, at the rates that are known when they are read. Prices that differ by less than a hundredth of a cent are the same.
 *
 * @param rate of the currency that is asked for, absent for USD: one for all, so that it changes no rank
 */
record PriceComparing(
        Offer asked, PeerGroup group, @Nullable Rate rate, Instant now) {
    private static final String USD = "USD";

    /** The comparison of those offers that are among the peers. */
    PriceComparison of(List<Offer> known) {
        List<Offer> listed = listed(known);
        List<Offer> priced = listed.stream().filter(PriceComparing::isPriced).toList();
        long leftOut = group.isCut() ? Math.max(0, group.priced() - priced.size()) : 0;
        long n = priced.size() + leftOut;
        long others = isPriced(asked) ? n - 1 : n;
        boolean enough = others >= OfferQuality.LEAST_OTHERS;
        PeerGroup.@Nullable Standing own = isPriced(asked) ? own(priced, leftOut) : null;
        return new PriceComparison(
                asked.provider(),
                asked.offerId(),
                enough ? Status.OK : Status.INSUFFICIENT,
                group.hotel(),
                rate == null ? USD : rate.currency(),
                rate,
                n,
                cheapestByProvider(priced).size(),
                own == null ? null : own.providerRank(),
                enough && own != null ? percentile(own, n) : null,
                priced.isEmpty() ? null : converted(usd(priced.get(0))),
                median(priced, leftOut),
                leftOut,
                compared(listed, priced, own));
    }

    /** As its row says when some are not listed, because only the cheapest are; otherwise by what all of them cost now. */
    private PeerGroup.@Nullable Standing own(List<Offer> priced, long leftOut) {
        if (leftOut > 0) {
            return group.own();
        }
        long price = scaled(asked);
        Map<String, Long> cheapest = cheapestByProvider(priced);
        return new PeerGroup.Standing(
                1 + below(cheapest.values(), Objects.requireNonNull(cheapest.get(asked.provider()))),
                priced.stream().filter(offer -> scaled(offer) < price).count(),
                priced.stream().filter(offer -> scaled(offer) == price).count() - 1);
    }

    private static Map<String, Long> cheapestByProvider(List<Offer> priced) {
        Map<String, Long> cheapest = new HashMap<>();
        priced.forEach(offer -> cheapest.merge(offer.provider(), scaled(offer), Math::min));
        return cheapest;
    }

    /** The peers that are known, cheapest first, those without a price last; the asked offer is always among them. */
    private List<Offer> listed(List<Offer> known) {
        Set<OfferKey> peers = new HashSet<>();
        group.peers().forEach(peer -> peers.add(peer.offer()));
        List<Offer> listed = new ArrayList<>(known.stream()
                .filter(offer -> peers.contains(offer.key()) && !offer.key().equals(asked.key()))
                .toList());
        listed.add(asked);
        listed.sort(Comparator.comparing((Offer offer) -> !isPriced(offer))
                .thenComparingLong(PriceComparing::scaled)
                .thenComparing(Offer::provider)
                .thenComparing(Offer::offerId));
        return listed;
    }

    private List<ComparedOffer> compared(List<Offer> listed, List<Offer> priced, PeerGroup.@Nullable Standing own) {
        List<Long> prices = priced.stream().map(PriceComparing::scaled).toList();
        Map<OfferKey, PeerGroup.Peer> peers = new HashMap<>();
        group.peers().forEach(peer -> peers.put(peer.offer(), peer));
        return listed.stream()
                .map(offer -> compared(
                        offer,
                        rank(offer, prices, own),
                        peers.containsKey(offer.key())
                                ? Objects.requireNonNull(peers.get(offer.key())).confidence()
                                : null))
                .toList();
    }

    /** Those that are listed are the cheapest; only the one that is asked about may come after some that are not. */
    private @Nullable Integer rank(Offer offer, List<Long> prices, PeerGroup.@Nullable Standing own) {
        if (offer.key().equals(asked.key())) {
            return own == null ? null : Math.toIntExact(1 + own.cheaper());
        }
        return isPriced(offer) ? 1 + below(prices, scaled(offer)) : null;
    }

    private ComparedOffer compared(Offer offer, @Nullable Integer rank, @Nullable Double confidence) {
        return new ComparedOffer(
                offer.provider(),
                offer.offerId(),
                rank,
                offer.unitUsd() == null ? null : (Double) converted(offer.unitUsd()),
                offer.unitUsd(),
                offer.price(),
                offer.basis(),
                offer.occupancy(),
                offer.taxesIncluded(),
                offer.name(),
                offer.hotel(),
                offer.stars(),
                offer.board(),
                offer.boardText(),
                offer.nights(),
                offer.origin(),
                offer.departure(),
                offer.availability(),
                offer.seatsLeft(),
                confidence,
                offer.observedAt(),
                Math.max(0, Duration.between(offer.observedAt(), now).toSeconds()),
                offer.fxStale(),
                offer.url());
    }

    private @Nullable Double median(List<Offer> priced, long leftOut) {
        if (leftOut > 0 && group.medianUsd() != null) {
            return converted(group.medianUsd());
        }
        int size = priced.size();
        return size == 0 ? null : (Double) converted((usd(priced.get((size - 1) / 2)) + usd(priced.get(size / 2))) / 2);
    }

    private static double percentile(PeerGroup.Standing own, long n) {
        return 100 * (n - 1 - own.cheaper() - own.samePrice() / 2.0) / (n - 1);
    }

    private double converted(double usd) {
        return rate == null ? usd : usd / rate.usd();
    }

    private static int below(Iterable<Long> prices, long own) {
        int below = 0;
        for (long price : prices) {
            below += price < own ? 1 : 0;
        }
        return below;
    }

    private static boolean isPriced(Offer offer) {
        return offer.availability() != Availability.SOLD_OUT && offer.unitUsd() != null;
    }

    private static double usd(Offer offer) {
        return Objects.requireNonNull(offer.unitUsd(), "the price in USD is known");
    }

    private static long scaled(Offer offer) {
        return offer.unitUsd() == null ? 0 : Math.round(offer.unitUsd() * 10_000);
    }
}
