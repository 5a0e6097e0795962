package smarttravel.api.offers;

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

/** Search of offers, one offer, its history and its metrics. */
public final class OfferRoutes {
    /** The path's part that says who sells. */
    public static final Parameter<String> PROVIDER = OfferQuery.PROVIDER.inPath();
    /** The path's part that says what is sold. */
    public static final Parameter<String> OFFER_ID = Parameters.text(
                    "offerId", "the offer's id at its provider, percent-encoded: a slash in it is sent as %2F")
            .inPath();

    private final OfferSearch offers;
    private final PriceHistory history;
    private final OfferVerdicts verdicts;
    private final Paging offerPages;
    private final Paging historyPages;

    public OfferRoutes(OfferSearch offers, PriceHistory history, Cursors cursors) {
        this.offers = offers;
        this.history = history;
        verdicts = new OfferVerdicts(history);
        offerPages = new Paging(cursors, 50, 200);
        historyPages = new Paging(cursors, 200, 1_000);
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/api/v1/offers", "Search the latest price of every offer, judged by the offer's own history")
                        .taking(
                                OfferQuery.DESTINATION,
                                OfferQuery.ORIGIN,
                                OfferQuery.KIND,
                                OfferQuery.DEPARTURE_FROM,
                                OfferQuery.DEPARTURE_TO,
                                OfferQuery.NIGHTS_MIN,
                                OfferQuery.NIGHTS_MAX,
                                OfferQuery.BOARD,
                                OfferQuery.PROVIDER,
                                OfferQuery.MAX_PRICE,
                                OfferQuery.CURRENCY,
                                OfferQuery.OCCUPANCY,
                                OfferQuery.OBSERVED_SINCE,
                                OfferQuery.SORT,
                                offerPages.limit(),
                                Paging.CURSOR)
                        .answering(AnswerShape.page(Offer.class))
                        .by(this::search),
                Route.get("/api/v1/offers/{provider}/{offerId}", "One offer in its latest state")
                        .taking(PROVIDER, OFFER_ID)
                        .answering(AnswerShape.one(Offer.class))
                        .by(request -> Answer.json(
                                verdicts.judge(List.of(found(request))).get(0))),
                Route.get("/api/v1/offers/{provider}/{offerId}/history", "Every observation of an offer, oldest first")
                        .taking(PROVIDER, OFFER_ID, historyPages.limit(), Paging.CURSOR)
                        .answering(AnswerShape.page(PricePoint.class))
                        .by(this::history),
                Route.get("/api/v1/offers/{provider}/{offerId}/metrics", "What an offer costs against what it cost")
                        .taking(PROVIDER, OFFER_ID)
                        .answering(AnswerShape.one(OfferMetrics.class))
                        .by(this::metrics));
    }

    private Answer search(ApiRequest request) {
        Slice<Offer> found = offers.search(OfferQuery.of(request), offerPages.requested(request));
        return Answer.json(offerPages.answer(request, new Slice<>(verdicts.judge(found.rows()), found.next())));
    }

    private Answer history(ApiRequest request) {
        OfferKey key = found(request).key();
        return Answer.json(historyPages.answer(request, history.prices(key, historyPages.requested(request))));
    }

    private Answer metrics(ApiRequest request) {
        OfferKey key = found(request).key();
        return Answer.json(OfferMetrics.of(key, history.latest(key, 2), history.summaries(List.of(key))));
    }

    private Offer found(ApiRequest request) {
        OfferKey key = new OfferKey(request.value(PROVIDER), request.value(OFFER_ID));
        return offers.find(key)
                .orElseThrow(() -> new NotFoundException("There is no such offer of " + key.provider() + "."));
    }
}
