package smarttravel.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import smarttravel.api.comparables.Decision;
import smarttravel.api.comparables.PeerGroup;
import smarttravel.api.comparables.Peers;
import smarttravel.api.offers.Offer;
import smarttravel.api.offers.OfferKey;
import smarttravel.api.paging.PageRequest;
import smarttravel.api.paging.Slice;

/** Everything in it is one hotel. */
final class PeersInMemory implements Peers {
    final List<OfferKey> together = new CopyOnWriteArrayList<>();
    final List<Decision> decided = new CopyOnWriteArrayList<>();

    /** How many of them are compared by price, when it is more than are named. */
    long priced;

    /** How the asked offer stood among all of them. */
    PeerGroup.@Nullable Standing own;

    @Override
    public PeerGroup of(Offer offer) {
        List<PeerGroup.Peer> peers = new ArrayList<>(
                together.stream().map(key -> new PeerGroup.Peer(key, 0.97)).toList());
        if (!together.contains(offer.key())) {
            peers.add(new PeerGroup.Peer(offer.key(), null));
        }
        return new PeerGroup("Áureo", priced, 777.0, own, peers);
    }

    @Override
    public Slice<Decision> decisions(PageRequest page) {
        return new Slice<>(decided, Optional.empty());
    }
}
