package smarttravel.api.markets;

import java.util.List;
import smarttravel.api.http.Answer;
import smarttravel.api.http.AnswerShape;
import smarttravel.api.http.ApiRequest;
import smarttravel.api.http.Paging;
import smarttravel.api.http.Parameter;
import smarttravel.api.http.Parameters;
import smarttravel.api.http.Route;
import smarttravel.api.paging.Cursors;
import smarttravel.api.paging.Slice;
import smarttravel.api.problems.NotFoundException;

/** The list of markets, one market's days, and what it costs by days before departure. */
public final class MarketRoutes {
    private static final Parameter<String> MARKET = Parameters.text(
                    "market", "a market's name, such as FLIGHT/AKL/JFK; its slashes may be sent as they are or as %2F")
            .inPath();

    private final Markets markets;
    private final Paging listPages;
    private final Paging dayPages;

    public MarketRoutes(Markets markets, Cursors cursors) {
        this.markets = markets;
        listPages = new Paging(cursors, 100, 500);
        dayPages = new Paging(cursors, 366, 1_000);
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/api/v1/markets", "The markets that were observed, by name")
                        .taking(
                                MarketSelection.KIND,
                                MarketSelection.ORIGIN,
                                MarketSelection.DESTINATION,
                                listPages.limit(),
                                Paging.CURSOR)
                        .answering(AnswerShape.page(MarketListing.class))
                        .by(this::list),
                Route.get(
                                "/api/v1/markets/<market>/daily",
                                "What a market cost on each day it was observed, oldest first")
                        .taking(MARKET, Days.FROM, Days.TO, dayPages.limit(), Paging.CURSOR)
                        .answering(AnswerShape.page(MarketDay.class))
                        .by(this::daily),
                Route.get("/api/v1/markets/<market>/metrics", "What a market costs so many days before departure")
                        .taking(MARKET)
                        .answering(AnswerShape.one(MarketMetrics.class))
                        .by(this::metrics));
    }

    private Answer list(ApiRequest request) {
        MarketSelection selection = new MarketSelection(
                request.find(MarketSelection.KIND),
                request.find(MarketSelection.ORIGIN),
                request.find(MarketSelection.DESTINATION));
        return Answer.json(listPages.answer(request, markets.list(selection, listPages.requested(request))));
    }

    private Answer metrics(ApiRequest request) {
        String market = request.value(MARKET);
        List<MarketMetrics.AtLead> leads = markets.metrics(market);
        if (leads.isEmpty() && !markets.exists(market)) {
            throw new NotFoundException("There is no such market.");
        }
        return Answer.json(new MarketMetrics(market, leads));
    }

    private Answer daily(ApiRequest request) {
        String market = request.value(MARKET);
        Slice<MarketDay> days = markets.days(market, Days.of(request), dayPages.requested(request));
        if (days.rows().isEmpty() && !markets.exists(market)) {
            throw new NotFoundException("There is no such market.");
        }
        return Answer.json(dayPages.answer(request, days));
    }
}
