package smarttravel.api.trends;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import smarttravel.api.forecasts.MonthLevels;
import smarttravel.api.forecasts.RollingOrigin;
import smarttravel.api.forecasts.YearAhead;
import smarttravel.api.holidays.Holiday;
import smarttravel.api.http.Meaning;
import smarttravel.api.trends.SeasonalTrend.MonthLevel;

/** What a market's next twelve departure months may cost, or why nothing is said of them. */
public record PriceForecast(
        String market,

        @Meaning("ok, or insufficient: too few months, or no better than last year's levels")
        String status,

        @Meaning("why nothing is said") @Nullable String reason,

        @Meaning("last month that has departed wholly: what is known ends with it") @Nullable
        YearMonth through,

        ForecastScore backtest,
        @Meaning("empty when nothing is said") List<MonthForecast> months) {

    /** How the same method would have done in the past. */
    public record ForecastScore(
            @Meaning("departed months in a row with a level")
            int knownMonths,

            @Meaning("months from which it was made to look ahead")
            int origins,

            @Meaning("forecasts that were scored, up to twelve months ahead")
            int forecasts,

            @Meaning("mean absolute scaled error (Hyndman and Koehler 2006); absent without a forecast") @Nullable
            Double mase,

            @Meaning("the same of last year's levels, on the same months") @Nullable
            Double naiveMase) {}

    /** One month that is yet to depart; levels per person, for hotels also per night, in USD. */
    public record MonthForecast(
            YearMonth month,
            double level,

            @Meaning("what came lay above it and below high in 80 % of past cases")
            double low,

            double high,

            @Meaning("level of the offers that are on sale already") @Nullable
            Double levelSoFar,

            @Meaning("how many those are") long offersSoFar,

            List<Holiday> holidays) {}

    static PriceForecast of(SeasonalTrend trend, MarketHolidays holidays) {
        Map<YearMonth, MonthLevel> byMonth = new HashMap<>();
        Map<YearMonth, Double> levels = new HashMap<>();
        for (MonthLevel month : trend.months()) {
            byMonth.put(month.month(), month);
            if (month.level() != null) {
                levels.put(month.month(), month.level());
            }
        }
        YearMonth departed = lastDeparted(trend.lastObservedAt());
        MonthLevels known = MonthLevels.upTo(departed == null ? YearMonth.of(1970, 1) : departed, levels);
        YearAhead ahead = YearAhead.of(known);
        return new PriceForecast(
                trend.market(),
                ahead.reason().isPresent() ? "insufficient" : "ok",
                ahead.reason().orElse(null),
                departed,
                backtest(known, ahead.backtest()),
                ahead.months().stream()
                        .map(month -> of(month, byMonth.get(month.month()), holidays.of(trend.market(), month.month())))
                        .toList());
    }

    private static @Nullable YearMonth lastDeparted(@Nullable Instant lastObserved) {
        return lastObserved == null
                ? null
                : YearMonth.from(LocalDate.ofInstant(lastObserved, ZoneOffset.UTC))
                        .minusMonths(1);
    }

    private static ForecastScore backtest(MonthLevels known, RollingOrigin past) {
        return new ForecastScore(
                known.size(),
                past.origins(),
                past.forecasts(),
                rounded(past.mase(), 1_000),
                rounded(past.naiveMase(), 1_000));
    }

    private static MonthForecast of(YearAhead.Month month, @Nullable MonthLevel soFar, List<Holiday> holidays) {
        return new MonthForecast(
                month.month(),
                cents(month.level()),
                cents(month.low()),
                cents(month.high()),
                soFar == null ? null : soFar.level(),
                soFar == null ? 0 : soFar.offers(),
                holidays);
    }

    private static double cents(double level) {
        return Math.round(level * 100) / 100.0;
    }

    private static @Nullable Double rounded(double score, int parts) {
        return Double.isFinite(score) ? Double.valueOf(Math.round(score * parts) / (double) parts) : null;
    }
}
