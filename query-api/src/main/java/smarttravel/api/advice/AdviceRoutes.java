package smarttravel.api.advice;

import java.time.Clock;
import java.util.List;
import smarttravel.api.http.Answer;
import smarttravel.api.http.AnswerShape;
import smarttravel.api.http.ApiRequest;
import smarttravel.api.http.Parameter;
import smarttravel.api.http.Parameters;
import smarttravel.api.http.Route;
import smarttravel.api.offers.OfferKey;
import smarttravel.api.offers.OfferRoutes;
import smarttravel.api.offers.OfferSearch;
import smarttravel.api.paging.Page;
import smarttravel.api.problems.NotFoundException;

/** Advice on an offer, and the models behind it. */
public final class AdviceRoutes {
    private static final Parameter<AdviceMode> MODE = Parameters.choice(
                    "mode", AdviceMode.class, "cautious gives up few buyers to a dearer price, savings saves most")
            .orElse(AdviceMode.CAUTIOUS);

    private final AdviceBook advice;
    private final OfferSearch offers;
    private final Clock clock;

    public AdviceRoutes(AdviceBook advice, OfferSearch offers, Clock clock) {
        this.advice = advice;
        this.offers = offers;
        this.clock = clock;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/api/v1/offers/{provider}/{offerId}/advice", "Whether to buy an offer now or to wait")
                        .taking(OfferRoutes.PROVIDER, OfferRoutes.OFFER_ID, MODE)
                        .answering(AnswerShape.one(OfferAdvice.class))
                        .by(this::advise),
                Route.get("/api/v1/models", "The models that advise, and what their advice was worth")
                        .taking(ScoredDays.FROM, ScoredDays.TO)
                        .answering(AnswerShape.page(PublishedModel.class))
                        .by(request -> Answer.json(new Page<>(advice.models(ScoredDays.of(request)), null))));
    }

    private Answer advise(ApiRequest request) {
        OfferKey key = new OfferKey(request.value(OfferRoutes.PROVIDER), request.value(OfferRoutes.OFFER_ID));
        if (offers.find(key).isEmpty()) {
            throw new NotFoundException("There is no such offer of " + key.provider() + ".");
        }
        AdviceMode mode = request.value(MODE);
        return Answer.json(advice.latest(key, mode, clock.instant()).orElse(OfferAdvice.unsaid(key, mode)));
    }
}
