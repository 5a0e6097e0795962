package smarttravel.jobs.quality;

import smarttravel.jobs.drops.JudgedObservation;

/**
 * An offer that was seen, on its way to what is known of its provider's offers.
 *
 * <p>A provider's offers are kept in shares. All of one share come in one order, that of a partition of the topic, so that
 * what was seen later of the same share tells in every run alike what has departed; and no provider is one task's alone.
 *
 * @param share {@code provider/partition/number}
 */
public record OfferNews(String share, String provider, String offerId, OfferSighting seen) {
    private static final int SHARES_OF_A_PARTITION = 8;

    static boolean isSaidBy(JudgedObservation judged) {
        return !judged.ordered().late();
    }

    static OfferNews of(JudgedObservation judged) {
        String provider = judged.seen().provider();
        String offerId = judged.seen().offerId();
        int number = Math.floorMod(offerId.hashCode(), SHARES_OF_A_PARTITION);
        int partition = judged.ordered().received().partition();
        return new OfferNews(provider + '/' + partition + '/' + number, provider, offerId, OfferSighting.of(judged));
    }
}
