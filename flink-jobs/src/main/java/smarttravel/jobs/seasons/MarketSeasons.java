package smarttravel.jobs.seasons;

import java.util.List;

/**
 * Everything the seasonal rule says of one market.
 *
 * @param observations prices it rests on, over all offers; grows with each, so that a later word replaces an earlier
 * @param firstAt the earliest of their offers' first prices, epoch milliseconds
 * @param lastAt the latest price
 */
public record MarketSeasons(
        String market,
        List<MonthLevel> months,
        Calendar calendar,
        List<LeadIndex> curve,
        long observations,
        long firstAt,
        long lastAt) {

    /** A departure month (year * 100 + month); level in USD and index are NaN under five offers. */
    public record MonthLevel(int month, int offers, double level, double index) {
        SeasonStatus status() {
            return Double.isNaN(level) ? SeasonStatus.INSUFFICIENT : SeasonStatus.OK;
        }
    }

    /**
     * The calendar months that have a level.
     *
     * @param coverage how many, of 12
     * @param cycles years that every one of the twelve rests on
     */
    public record Calendar(List<CalendarMonth> months, int coverage, int cycles, SeasonStatus status) {}

    /** A calendar month 1-12, its median index, and of how many years. */
    public record CalendarMonth(int month, double index, int years) {}

    /** A lead bucket by its first day; the index is NaN under five offers. */
    public record LeadIndex(int firstDay, int offers, double index) {
        SeasonStatus status() {
            return Double.isNaN(index) ? SeasonStatus.INSUFFICIENT : SeasonStatus.OK;
        }
    }
}
