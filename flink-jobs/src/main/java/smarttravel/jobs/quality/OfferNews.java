package smarttravel.jobs.quality;

import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import smarttravel.jobs.drops.JudgedObservation;

/**
 * An offer that was seen, on its way to what is known of its provider's offers.
 *
 * <p>A provider's offers are kept in shares: by the partition that they come from and the key group that they were put in order
 * in. All of one share have gone one way through the job, so they come in the order of the topic, and what was seen later of
 * the same share tells in every run alike what has departed.
 *
 * @param share {@code provider/partition/key group}
 * @param receivedAt the broker's time, milliseconds since 1970
 */
public record OfferNews(String share, String provider, String offerId, long receivedAt, OfferSighting seen) {
    /** A job of at most 85 tasks has as many key groups; one of more has a multiple, and a share might be mixed. */
    private static final int KEY_GROUPS = KeyGroupRangeAssignment.DEFAULT_LOWER_BOUND_MAX_PARALLELISM;

    static boolean isSaidBy(JudgedObservation judged) {
        return !judged.ordered().late();
    }

    static OfferNews of(JudgedObservation judged) {
        String provider = judged.seen().provider();
        int partition = judged.ordered().received().partition();
        int group = KeyGroupRangeAssignment.assignToKeyGroup(judged.key(), KEY_GROUPS);
        return new OfferNews(
                provider + '/' + partition + '/' + group,
                provider,
                judged.seen().offerId(),
                judged.ordered().received().receivedAt().toEpochMilli(),
                OfferSighting.of(judged));
    }
}
