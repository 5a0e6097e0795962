package smarttravel.stack.sites;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import smarttravel.events.PriceObservation;

/** What one provider has on sale today; put together once a day. */
final class Stock {
    private final Map<String, String> cities;
    private final Supplier<LocalDate> today;
    private final Function<LocalDate, List<PriceObservation>> offers;
    private volatile Shelf kept;

    /** @param offers everything that the provider sells on a day */
    Stock(Map<String, String> cities, Supplier<LocalDate> today, Function<LocalDate, List<PriceObservation>> offers) {
        this.cities = cities;
        this.today = today;
        this.offers = offers;
        this.kept = new Shelf(List.of(), cities, LocalDate.MIN, Set.of());
    }

    Shelf shelf(Set<SiteQuirk> quirks) {
        LocalDate day = today.get();
        Shelf shelf = kept;
        if (!shelf.day().equals(day)) {
            shelf = new Shelf(offers.apply(day), cities, day, Set.of());
            kept = shelf;
        }
        return new Shelf(shelf.offers(), cities, day, quirks);
    }
}
