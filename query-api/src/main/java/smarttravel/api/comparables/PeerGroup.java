package smarttravel.api.comparables;

import java.util.List;
import org.jspecify.annotations.Nullable;
import smarttravel.api.offers.OfferKey;

/**
 * The offers that one is compared with, itself among them.
 *
 * @param hotel what the hotel is called here, absent where hotels don't matter
 * @param priced how many of all of them can be bought and have a price in USD
 * @param medianUsd of these
 * @param own how the offer that is asked about stood among all of them, absent when it had no price
 * @param peers the first of them, cheapest first when they were compared
 */
public record PeerGroup(
        @Nullable String hotel,
        long priced,
        @Nullable Double medianUsd,
        @Nullable Standing own,
        List<Peer> peers) {
    /** How many are named at most. */
    public static final int MOST_NAMED = 50;

    public PeerGroup {
        peers = List.copyOf(peers);
    }

    /**
     * An offer, and how sure it is that it is of the same hotel.
     *
     * @param confidence absent where hotels don't matter, and when it is the only one
     */
    public record Peer(OfferKey offer, @Nullable Double confidence) {}

    /**
     * How an offer stands among others by price.
     *
     * @param providerRank 1 + providers whose cheapest is cheaper than its provider's cheapest
     * @param cheaper others that cost less
     * @param samePrice others that cost the same
     */
    public record Standing(int providerRank, long cheaper, long samePrice) {}

    /** Whether there may be more than are named. */
    boolean isCut() {
        return peers.size() >= MOST_NAMED;
    }

    /** Of an offer that was not compared with anything. */
    static PeerGroup alone(OfferKey offer) {
        return new PeerGroup(null, 0, null, null, List.of(new Peer(offer, null)));
    }
}
