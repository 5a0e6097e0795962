package smarttravel.api.trends;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import smarttravel.api.holidays.Holiday;
import smarttravel.api.holidays.HolidayCalendar;
import smarttravel.api.holidays.PlaceCountries;
import smarttravel.api.markets.MarketName;

/** What falls into a month where a market's travellers come from and where they go. */
final class MarketHolidays {
    private final HolidayCalendar calendar = HolidayCalendar.known();
    private final PlaceCountries places = PlaceCountries.known();

    List<Holiday> of(String market, YearMonth month) {
        MarketName name = MarketName.of(market);
        List<String> countries = Stream.concat(name.origin().stream(), Stream.of(name.destination()))
                .map(places::of)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        return calendar.in(month, countries);
    }
}
