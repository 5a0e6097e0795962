package smarttravel.api;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import smarttravel.api.markets.Days;
import smarttravel.api.markets.MarketDay;
import smarttravel.api.markets.MarketListing;
import smarttravel.api.markets.MarketMetrics;
import smarttravel.api.markets.MarketSelection;
import smarttravel.api.markets.Markets;
import smarttravel.api.paging.PageRequest;
import smarttravel.api.paging.Position;
import smarttravel.api.paging.Slice;
import smarttravel.events.Kind;

/** One market with a few days. */
final class MarketsInMemory implements Markets {
    static final String NAME = "PACKAGE/EZE/CUN/14+/AI";

    final List<MarketDay> days = new CopyOnWriteArrayList<>();
    final List<MarketMetrics.AtLead> leads = new CopyOnWriteArrayList<>();

    @Override
    public Slice<MarketListing> list(MarketSelection selection, PageRequest page) {
        LocalDate day = LocalDate.of(2026, 7, 7);
        List<MarketListing> all = List.of(
                new MarketListing("FLIGHT/EZE/CUN", Kind.FLIGHT, "EZE", "CUN", null, null, 7, 70, day, day),
                new MarketListing(NAME, Kind.PACKAGE, "EZE", "CUN", "14+", "AI", 5, 50, day, day));
        List<MarketListing> found = all.stream()
                .filter(listing -> selection.kind().map(listing.kind()::equals).orElse(true))
                .filter(listing -> page.after()
                        .map(last -> listing.market().compareTo(last.value(0)) > 0)
                        .orElse(true))
                .toList();
        return Slice.cut(found, page, listing -> Position.of(listing.market()));
    }

    @Override
    public Slice<MarketDay> days(String market, Days wanted, PageRequest page) {
        List<MarketDay> found = days.stream()
                .filter(day -> market.equals(NAME))
                .filter(day ->
                        wanted.from().map(from -> !day.day().isBefore(from)).orElse(true))
                .filter(day -> wanted.to().map(to -> !day.day().isAfter(to)).orElse(true))
                .filter(day -> page.after()
                        .map(last -> day.day().isAfter(LocalDate.parse(last.value(0))))
                        .orElse(true))
                .toList();
        return Slice.cut(found, page, day -> Position.of(day.day().toString()));
    }

    @Override
    public List<MarketMetrics.AtLead> metrics(String market) {
        return market.equals(NAME) ? List.copyOf(leads) : List.of();
    }

    @Override
    public boolean exists(String market) {
        return market.equals(NAME);
    }
}
