package smarttravel.jobs.marketdays;

/**
 * One price of one offer on one day of its market.
 *
 * @param epochDay the UTC day it was observed on
 * @param unitUsd USD per person (and night)
 */
public record SeenToday(String market, long epochDay, String offer, double unitUsd, boolean dropped) {
    /** The market's day: what is judged together. */
    public String marketDay() {
        return market + '|' + epochDay;
    }
}
