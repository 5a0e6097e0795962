package smarttravel.api.trends;

import java.util.List;
import java.util.function.BiFunction;
import smarttravel.api.http.Answer;
import smarttravel.api.http.AnswerShape;
import smarttravel.api.http.ApiRequest;
import smarttravel.api.http.Paging;
import smarttravel.api.http.Route;
import smarttravel.api.markets.MarketSelection;
import smarttravel.api.paging.Cursors;
import smarttravel.api.paging.PageRequest;
import smarttravel.api.paging.Slice;
import smarttravel.api.problems.NotFoundException;

/** Seasonal trends and booking curves. */
public final class TrendRoutes {
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
                        .by(request -> answer(request, trends::seasonal)),
                taking(Route.get("/api/v1/trends/booking-curve", "How prices of markets move as departure comes near"))
                        .answering(AnswerShape.page(BookingCurve.class))
                        .by(request -> answer(request, trends::bookingCurves)));
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
