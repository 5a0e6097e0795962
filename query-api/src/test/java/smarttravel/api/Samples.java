package smarttravel.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import smarttravel.api.comparables.Decision;
import smarttravel.api.drops.Drop;
import smarttravel.api.drops.DropFx;
import smarttravel.api.markets.LeadDays;
import smarttravel.api.markets.MarketDay;
import smarttravel.api.markets.MarketMetrics;
import smarttravel.api.offers.Money;
import smarttravel.api.patterns.Pattern;
import smarttravel.api.patterns.PatternKind;
import smarttravel.api.providers.ProviderHealth;
import smarttravel.api.trends.BookingCurve;
import smarttravel.api.trends.SeasonalTrend;
import smarttravel.events.FxSplit;
import smarttravel.events.HotelDecision;
import smarttravel.events.Kind;

/** One of each thing that the API answers with. */
final class Samples {
    private Samples() {}

    static Drop drop() {
        return new Drop(
                "d1",
                "ola",
                "A/1",
                Kind.FLIGHT,
                "FLIGHT/EZE/CUN",
                null,
                "EZE",
                "CUN",
                LocalDate.of(2026, 10, 1),
                OffersInMemory.SEEN,
                Money.of(new BigDecimal("440"), "USD"),
                Money.of(new BigDecimal("500"), "USD"),
                new BigDecimal("12.00"),
                Money.of(new BigDecimal("495.5"), "USD"),
                true,
                true,
                9,
                8,
                86,
                null,
                new DropFx("mep", OffersInMemory.SEEN, FxSplit.of(500, 440, 0.001, 0.0009), false, null));
    }

    static Decision decision() {
        return new Decision(
                "CUN",
                new Decision.Listing("aero", "Áureo"),
                new Decision.Listing("ola", "Aureo"),
                HotelDecision.Verdict.SPLIT,
                "ana",
                OffersInMemory.SEEN,
                null);
    }

    static Pattern pattern() {
        return new Pattern(
                PatternKind.FAKE_DISCOUNT,
                "ola",
                "A/1",
                Kind.FLIGHT,
                "FLIGHT/EZE/CUN",
                "CUN",
                LocalDate.of(2026, 10, 1),
                OffersInMemory.SEEN.minusSeconds(86_400),
                OffersInMemory.SEEN,
                3,
                new BigDecimal("12.50"),
                Money.of(new BigDecimal("400"), "USD"),
                Money.of(new BigDecimal("450"), "USD"),
                Money.of(new BigDecimal("405"), "USD"),
                Money.of(new BigDecimal("450"), "USD"),
                86);
    }

    static MarketMetrics.AtLead atLead() {
        return new MarketMetrics.AtLead(
                LeadDays.startingAt(180),
                "ok",
                12,
                4,
                OffersInMemory.SEEN.minusSeconds(86_400),
                OffersInMemory.SEEN,
                400,
                450,
                500,
                600,
                700);
    }

    static SeasonalTrend season() {
        return new SeasonalTrend(
                "FLIGHT/EZE/CUN",
                "provisional",
                7,
                1,
                900,
                OffersInMemory.SEEN,
                OffersInMemory.SEEN,
                List.of(
                        new SeasonalTrend.MonthLevel(YearMonth.of(2026, 8), 40, 510.5, 102.1, "ok", List.of()),
                        new SeasonalTrend.MonthLevel(YearMonth.of(2026, 9), 4, null, null, "insufficient", List.of())),
                List.of(new SeasonalTrend.CalendarMonth(8, 102.1, 1, "provisional")));
    }

    /** Levels of so many months that change by 10 % with every step of a season and rise by 1 % a month. */
    static SeasonalTrend risingSeason(YearMonth first, int months) {
        List<SeasonalTrend.MonthLevel> levels = new ArrayList<>();
        for (int i = 0; i < months; i++) {
            double level = 300 * Math.pow(1.1, first.plusMonths(i).getMonthValue() % 6) * Math.pow(1.01, i);
            levels.add(new SeasonalTrend.MonthLevel(first.plusMonths(i), 40, level, null, "ok", List.of()));
        }
        return new SeasonalTrend(
                "FLIGHT/EZE/CUN", "ok", 12, 2, 900, OffersInMemory.SEEN, OffersInMemory.SEEN, levels, List.of());
    }

    static BookingCurve curve() {
        return new BookingCurve(
                "FLIGHT/EZE/CUN",
                900,
                List.of(
                        new BookingCurve.LeadBucket(0, 6, 12, 130.0, "ok"),
                        new BookingCurve.LeadBucket(180, null, 3, null, "insufficient")));
    }

    static MarketDay day(LocalDate day) {
        return new MarketDay(day, 30, 400, 450, 500, 600, null, null, null, null, null, null, 0.1);
    }

    static ProviderHealth provider() {
        Instant at = RunningApi.NOON.instant();
        return new ProviderHealth(
                "ola",
                ProviderHealth.State.QUARANTINE,
                "prices-shifted",
                "20 known offers cost 1000 times what they did",
                at,
                new ProviderHealth.LastCrawl(
                        "7",
                        at,
                        at,
                        3,
                        1,
                        60,
                        20,
                        Map.of("bad-date", 0.05),
                        Map.of("price", 1.0),
                        List.of(new ProviderHealth.Prices(
                                "USD", new BigDecimal("999"), 3, new BigDecimal("1000"), 40))));
    }
}
