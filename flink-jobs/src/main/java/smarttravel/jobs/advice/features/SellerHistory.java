package smarttravel.jobs.advice.features;

import static smarttravel.jobs.advice.features.Feature.*;

import java.util.HashSet;
import java.util.Set;

/** Who sold an offer so far: the cheapest airline behind a flight changes, and the price with it. */
final class SellerHistory {
    private SellerHistory() {}

    static void fill(OfferTrack own, float[] row) {
        int seller = own.seller(0);
        SELLER_UNKNOWN.put(row, seller == SeenPrice.UNKNOWN_SELLER ? 1 : 0);
        if (own.size() < 2) {
            return;
        }
        Set<Integer> sellers = new HashSet<>();
        double minimum = Double.MAX_VALUE;
        int sellerOfMinimum = seller;
        double others = Double.NaN;
        for (int ago = 1; ago < own.size(); ago++) {
            sellers.add(own.seller(ago));
            if (own.price(ago) < minimum) {
                minimum = own.price(ago);
                sellerOfMinimum = own.seller(ago);
            }
            if (own.seller(ago) != seller && !(others <= own.price(ago))) {
                others = own.price(ago);
            }
        }
        SELLER_CHANGED.put(row, own.seller(1) == seller ? 0 : 1);
        OWN_SELLERS.put(row, sellers.size());
        SELLER_OF_MINIMUM.put(row, sellerOfMinimum == seller ? 1 : 0);
        OTHER_SELLERS_MINIMUM.put(row, Math.log(others / own.price(0)));
    }
}
