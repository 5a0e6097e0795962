package smarttravel.api.fx;

import java.util.List;
import smarttravel.api.http.Answer;
import smarttravel.api.http.AnswerShape;
import smarttravel.api.http.ApiRequest;
import smarttravel.api.http.Paging;
import smarttravel.api.http.Parameter;
import smarttravel.api.http.Parameters;
import smarttravel.api.http.Route;
import smarttravel.api.paging.Cursors;

/** The list of exchange rates. */
public final class RateRoutes {
    private static final Parameter<String> CURRENCY = Parameters.pattern(
                    "currency", "[A-Z]{3}", "an ISO 4217 code", "whose rates are told")
            .mandatory();
    private static final Parameter<String> KIND = Parameters.pattern(
            "kind", "official|card|mep|blue", "official, card, mep or blue", "only rates of this kind");

    private final Rates rates;
    private final Paging pages;

    public RateRoutes(Rates rates, Cursors cursors) {
        this.rates = rates;
        pages = new Paging(cursors, 31, 1_000);
    }

    public List<Route> routes() {
        return List.of(Route.get("/api/v1/fx", "What a currency was worth in US dollars, newest first")
                .taking(CURRENCY, KIND, pages.limit(), Paging.CURSOR)
                .answering(AnswerShape.page(Rate.class))
                .by(this::list));
    }

    private Answer list(ApiRequest request) {
        return Answer.json(
                pages.answer(request, rates.of(request.value(CURRENCY), request.find(KIND), pages.requested(request))));
    }
}
