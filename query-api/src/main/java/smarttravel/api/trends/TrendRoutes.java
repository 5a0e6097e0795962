package smarttravel.api.trends;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import smarttravel.api.http.Answer;
import smarttravel.api.http.AnswerShape;
import smarttravel.api.http.ApiRequest;
import smarttravel.api.http.Paging;
import smarttravel.api.http.Parameter;
import smarttravel.api.http.Parameters;
import smarttravel.api.http.Route;
import smarttravel.api.markets.MarketSelection;
import smarttravel.api.paging.Cursors;
import smarttravel.api.paging.PageRequest;
import smarttravel.api.paging.Slice;
import smarttravel.api.problems.NotFoundException;

/** Seasonal trends, forecasts and booking curves. */
public final class TrendRoutes {
    private static final Parameter<String> MARKET =
            Parameters.text("market", "a market's name, such as FLIGHT/AKL/JFK").mandatory();

    private final MarketHolidays holidays = new MarketHolidays();
    private final Trends trends;
    private final Paging pages;

    public TrendRoutes(Trends trends, Cursors cursors) {
        this.trends = trends;
        pages = new Paging(cursors, 50, 200);
    }

    public List<Route> routes() {
        return List.of(
                taking(Route.get("/api/v1/trends/seasonal", "Seasonal trend of markets, by month of departure"))
                        .answering(AnswerShape.page(SeasonalTrend.class))
                        .by(request -> answer(request, this::seasonal)),
                Route.get("/api/v1/trends/forecast", "What a market's next twelve departure months may cost")
                        .taking(MARKET)
                        .answering(AnswerShape.one(PriceForecast.class))
                        .by(request -> Answer.json(forecast(request.value(MARKET)))),
                taking(Route.get("/api/v1/trends/booking-curve", "How prices of markets move as departure comes near"))
                        .answering(AnswerShape.page(BookingCurve.class))
                        .by(request -> answer(request, trends::bookingCurves)));
    }

    private Slice<SeasonalTrend> seasonal(TrendQuery query, PageRequest page) {
        return trends.seasonal(query, page).map(trend -> trend.explainedBy(holidays));
    }

    private PriceForecast forecast(String market) {
        return trends.seasonal(TrendQuery.of(market), new PageRequest(1, Optional.empty())).rows().stream()
                .findFirst()
                .map(trend -> PriceForecast.of(trend, holidays))
                .orElseThrow(() -> new NotFoundException("Nothing is known about such a market."));
    }

    private Route.Draft taking(Route.Draft draft) {
        return draft.taking(
                TrendQuery.MARKET,
                MarketSelection.KIND,
                MarketSelection.ORIGIN,
                MarketSelection.DESTINATION,
                pages.limit(),
                Paging.CURSOR);
    }

    private <T> Answer answer(ApiRequest request, BiFunction<TrendQuery, PageRequest, Slice<T>> ask) {
        TrendQuery query = TrendQuery.of(request);
        Slice<T> found = ask.apply(query, pages.requested(request));
        if (found.rows().isEmpty() && query.market().isPresent()) {
            throw new NotFoundException("Nothing is known about such a market.");
        }
        return Answer.json(pages.answer(request, found));
    }
}
