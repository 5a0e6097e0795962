package smarttravel.jobs.seasons;

/**
 * One offer's part in the seasons of its market.
 *
 * @param departureMonth year * 100 + month
 * @param unitUsd its latest price, NaN when it is not known in USD
 * @param curve per lead bucket, 100 x median price in it / median of all the offer's prices; NaN where there is none
 * @param observations prices this rests on
 */
@SuppressWarnings("ArrayRecordComponent") // carried from offer to market, never compared
public record OfferSeason(
        String offer,
        String market,
        int departureMonth,
        double unitUsd,
        float[] curve,
        int observations,
        long firstAt,
        long lastAt) {}
