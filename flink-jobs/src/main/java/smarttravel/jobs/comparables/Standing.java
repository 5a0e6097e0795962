package smarttravel.jobs.comparables;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How one offer stands among its comparables, itself among them.
 *
 * @param holiday see {@link Holiday}
 * @param hotel what the hotel is called here, absent where hotels don't matter or none is said
 * @param matchConfidence of the surest match of its hotel with another listing, NaN when there is none
 * @param offers that can be bought and have a price in USD
 * @param providers of these
 * @param providerRank 1 + providers whose cheapest is cheaper than its provider's cheapest; 0 when it can't be ranked
 * @param cheaper offers that are cheaper than this one; 0 when it can't be ranked
 * @param samePrice other offers at the very same price; 0 when it can't be ranked
 * @param cheapestUsd NaN when there is no price
 * @param cheapestProvider of several, the first by the alphabet
 * @param medianUsd NaN when there is no price
 * @param observations of all of them, also of those that are sold out: grows with every one
 * @param comparables keys of all offers compared, cheapest first, one per line, at most {@link Comparables#MOST_NAMED}
 * @param decisions what analysts had decided at its place: grows with every decision, so that a hotel that is split, and
 *     rests on fewer observations then, is written over what it was
 * @param receivedAt the broker's time of the offer's newest record that it was not said with before, the beginning of time
 *     when only others changed
 */
public record Standing(
        String holiday,
        ComparableOffer offer,
        @Nullable String hotel,
        double matchConfidence,
        int offers,
        int providers,
        int providerRank,
        int cheaper,
        int samePrice,
        double cheapestUsd,
        @Nullable String cheapestProvider,
        double medianUsd,
        long observations,
        String comparables,
        long decisions,
        Instant receivedAt) {
    private static final int BITS_OF_OBSERVATIONS = 32;

    /** A standing where nobody decided anything, before it is known who hears of it. */
    public Standing(
            String holiday,
            ComparableOffer offer,
            @Nullable String hotel,
            double matchConfidence,
            int offers,
            int providers,
            int providerRank,
            int cheaper,
            int samePrice,
            double cheapestUsd,
            @Nullable String cheapestProvider,
            double medianUsd,
            long observations,
            String comparables) {
        this(
                holiday,
                offer,
                hotel,
                matchConfidence,
                offers,
                providers,
                providerRank,
                cheaper,
                samePrice,
                cheapestUsd,
                cheapestProvider,
                medianUsd,
                observations,
                comparables,
                0,
                Instant.EPOCH);
    }

    /** Of two rows of an offer the one with the greater version knows more: decisions count before observations. */
    public long version() {
        return (decisions << BITS_OF_OBSERVATIONS) + observations;
    }

    /** The same, knowing of decisions and of the record that it is said after. */
    Standing after(long decided, Instant received) {
        return new Standing(
                holiday,
                offer,
                hotel,
                matchConfidence,
                offers,
                providers,
                providerRank,
                cheaper,
                samePrice,
                cheapestUsd,
                cheapestProvider,
                medianUsd,
                observations,
                comparables,
                decided,
                received);
    }
}
