package smarttravel.api.trends;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import smarttravel.api.holidays.Holiday;
import smarttravel.api.http.Meaning;

/** A market's season, by month of departure, with its evidence. */
public record SeasonalTrend(
        String market,

        @Meaning("ok at 12 calendar months and 2 years, provisional from 6 months, else insufficient")
        String status,

        @Meaning("calendar months with a level, of 12") int coverage,
        @Meaning("years covered") int cycles,
        @Meaning("observations it rests on") long observations,
        @Nullable Instant firstObservedAt,
        @Nullable Instant lastObservedAt,
        List<MonthLevel> months,
        List<CalendarMonth> calendar) {

    /** The same with what falls into each month. */
    SeasonalTrend explainedBy(MarketHolidays holidays) {
        List<MonthLevel> explained = months.stream()
                .map(month -> new MonthLevel(
                        month.month,
                        month.offers,
                        month.level,
                        month.index,
                        month.status,
                        holidays.of(market, month.month)))
                .toList();
        return new SeasonalTrend(
                market, status, coverage, cycles, observations, firstObservedAt, lastObservedAt, explained, calendar);
    }

    /** One month of departure. */
    public record MonthLevel(
            YearMonth month,
            long offers,

            @Meaning("median over offers of the latest price per person in USD; absent under 5 offers") @Nullable
            Double level,

            @Meaning("100 is the median of the market's month levels") @Nullable
            Double index,

            String status,

            @Meaning("what falls into it where the travellers come from and where they go")
            List<Holiday> holidays) {}

    /** One month of the year, over all years. */
    public record CalendarMonth(
            @Meaning("1 to 12") int month,

            @Meaning("median over years of the month's indexes") @Nullable
            Double index,

            int years,
            String status) {}
}
