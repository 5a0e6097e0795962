package smarttravel.stack.simulation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;

/**
 * What is true of a {@link SimulatedMarket}, stated by whoever made it and not derived from its observations.
 *
 * @param seasons by market, as {@link smarttravel.events.Market#of} names it
 * @param drops every cut that is a price drop in the sense of the rule; but for offers that flap, there are no others in the
 *     observations
 * @param fakeDiscounts raised and cut back: none of them is a price drop
 * @param flapping fares that alternate; there are none but in a restless market
 * @param outliers observations that must be quarantined; there are no others
 * @param soldOuts periods without a price
 * @param pesosPerDollar by day of the history
 * @param devaluation the day on which the dollar jumped
 */
public record MarketTruth(
        SortedMap<String, SeasonTruth> seasons,
        List<PlantedDrop> drops,
        List<PlantedFakeDiscount> fakeDiscounts,
        List<PlantedFlapping> flapping,
        List<PlantedOutlier> outliers,
        List<PlantedSoldOut> soldOuts,
        SortedMap<LocalDate, BigDecimal> pesosPerDollar,
        LocalDate devaluation) {

    /**
     * A cut that holds.
     *
     * @param observedAt when the lower price was first seen
     * @param baseline the price of the sixteen days before
     * @param percent how far it was cut, before rounding down to whole dollars
     */
    public record PlantedDrop(
            String provider,
            String offerId,
            String market,
            Instant observedAt,
            DropKind kind,
            BigDecimal amount,
            BigDecimal baseline,
            int percent) {}

    /**
     * A discount from a price that was raised for it.
     *
     * @param before what it cost before the raise, and again after
     * @param raised what it cost in between, and what is then claimed as the list price
     */
    public record PlantedFakeDiscount(
            String provider,
            String offerId,
            String market,
            Instant raisedAt,
            Instant cutAt,
            BigDecimal before,
            BigDecimal raised) {}

    /**
     * Two fares that alternate.
     *
     * @param firstAt when the second fare was first seen
     * @param first the price of the sixteen days before, and every other time after
     * @param percent how far the second fare lies from it; negative for below
     */
    public record PlantedFlapping(
            String provider,
            String offerId,
            String market,
            Instant firstAt,
            int switches,
            BigDecimal first,
            int percent) {}

    /** A single wrong reading, 5 to 25 % of the {@code usual} price. */
    public record PlantedOutlier(
            String provider, String offerId, String market, Instant observedAt, BigDecimal amount, BigDecimal usual) {}

    /** Observations from {@code firstAt} to {@code lastAt}, both included, have no price. */
    public record PlantedSoldOut(String provider, String offerId, String market, Instant firstAt, Instant lastAt) {}
}
