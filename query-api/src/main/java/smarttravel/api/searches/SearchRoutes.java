package smarttravel.api.searches;

import static smarttravel.api.searches.SearchCriteria.ID;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import smarttravel.api.http.Answer;
import smarttravel.api.http.AnswerShape;
import smarttravel.api.http.ApiRequest;
import smarttravel.api.http.Parameter;
import smarttravel.api.http.Parameters;
import smarttravel.api.http.Route;
import smarttravel.api.offers.Offer;
import smarttravel.api.offers.OfferQuery;
import smarttravel.api.offers.OfferSearch;
import smarttravel.api.offers.OfferSort;
import smarttravel.api.offers.OfferVerdicts;
import smarttravel.api.offers.PriceHistory;
import smarttravel.api.paging.PageRequest;
import smarttravel.api.paging.Slice;
import smarttravel.api.problems.NotFoundException;
import smarttravel.api.quality.Qualities;

/** Beginning a live search, and following it. */
public final class SearchRoutes {
    private static final Parameter<Integer> LIMIT =
            Parameters.whole("limit", 1, 200, "most offers to show").orElse(50);

    private final Searches searches;
    private final OfferSearch offers;
    private final OfferVerdicts verdicts;

    public SearchRoutes(Searches searches, OfferSearch offers, PriceHistory history, Qualities qualities) {
        this.searches = searches;
        this.offers = offers;
        this.verdicts = new OfferVerdicts(history, qualities);
    }

    public List<Route> routes() {
        return List.of(
                Route.post("/api/v1/searches", "Ask all providers that can serve it now; follow the search by its id")
                        .taking(
                                SearchCriteria.KIND,
                                SearchCriteria.ORIGIN,
                                SearchCriteria.DESTINATION,
                                SearchCriteria.DEPARTURE_FROM,
                                SearchCriteria.DEPARTURE_TO,
                                SearchCriteria.NIGHTS_MIN,
                                SearchCriteria.NIGHTS_MAX,
                                SearchCriteria.OCCUPANCY)
                        .answering(AnswerShape.one(LiveSearch.class))
                        .by(this::begin),
                Route.get("/api/v1/searches/{id}", "How far a live search is, and the offers so far")
                        .taking(ID, LIMIT)
                        .answering(AnswerShape.one(SearchAnswer.class))
                        .by(this::follow));
    }

    private Answer begin(ApiRequest request) {
        LiveSearch search = searches.begin(SearchCriteria.of(request));
        return Answer.json(202, search).withHeader("Location", "/api/v1/searches/" + search.id());
    }

    private Answer follow(ApiRequest request) {
        UUID id = request.value(ID);
        LiveSearch search =
                searches.find(id).orElseThrow(() -> new NotFoundException("There is no search " + id + "."));
        Slice<Offer> found = offers.search(query(search), new PageRequest(request.value(LIMIT), Optional.empty()));
        return Answer.json(new SearchAnswer(
                search, verdicts.judge(found.rows()), found.next().isPresent()));
    }

    private static OfferQuery query(LiveSearch search) {
        SearchCriteria criteria = search.criteria();
        return new OfferQuery(
                Optional.of(criteria.destination()),
                Optional.ofNullable(criteria.origin()),
                Optional.ofNullable(criteria.kind()),
                Optional.ofNullable(criteria.departureFrom()),
                Optional.ofNullable(criteria.departureTo()),
                Optional.ofNullable(criteria.nightsMin()),
                Optional.ofNullable(criteria.nightsMax()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(criteria.occupancy()),
                Optional.of(search.offersSince()),
                OfferSort.PRICE);
    }
}
