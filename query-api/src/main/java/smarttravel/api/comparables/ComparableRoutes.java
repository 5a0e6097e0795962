package smarttravel.api.comparables;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import smarttravel.api.fx.Rate;
import smarttravel.api.fx.Rates;
import smarttravel.api.http.Answer;
import smarttravel.api.http.AnswerShape;
import smarttravel.api.http.ApiRequest;
import smarttravel.api.http.Paging;
import smarttravel.api.http.Parameter;
import smarttravel.api.http.Parameters;
import smarttravel.api.http.Route;
import smarttravel.api.offers.Offer;
import smarttravel.api.offers.OfferKey;
import smarttravel.api.offers.OfferRoutes;
import smarttravel.api.offers.OfferSearch;
import smarttravel.api.paging.Cursors;
import smarttravel.api.paging.PageRequest;
import smarttravel.api.problems.InvalidRequestException;
import smarttravel.api.problems.NotFoundException;

/** The same holiday at every provider, and what analysts decided on hotels. */
public final class ComparableRoutes {
    private static final String USD = "USD";
    private static final PageRequest NEWEST = new PageRequest(1, Optional.empty());
    private static final Parameter<String> CURRENCY = Parameters.pattern(
                    "currency", "[A-Z]{3}", "an ISO 4217 code", "what prices are shown in, at its newest rate")
            .orElse(USD);
    private static final Parameter<String> FX_KIND = Parameters.pattern(
                    "fxKind", "official|card|mep|blue", "official, card, mep or blue", "which rate of the currency")
            .orElse("official");

    private final OfferSearch offers;
    private final Peers peers;
    private final Rates rates;
    private final Paging pages;
    private final Clock clock;

    public ComparableRoutes(OfferSearch offers, Peers peers, Rates rates, Cursors cursors, Clock clock) {
        this.offers = offers;
        this.peers = peers;
        this.rates = rates;
        this.clock = clock;
        pages = new Paging(cursors, 50, 200);
    }

    public List<Route> routes() {
        return List.of(
                Route.get(
                                "/api/v1/offers/{provider}/{offerId}/comparables",
                                "The same holiday at every provider: price per person, what is in it, how fresh")
                        .taking(OfferRoutes.PROVIDER, OfferRoutes.OFFER_ID, CURRENCY, FX_KIND)
                        .answering(AnswerShape.one(PriceComparison.class))
                        .by(this::compare),
                Route.get("/api/v1/match-decisions", "What analysts decided on two listings being one hotel")
                        .taking(pages.limit(), Paging.CURSOR)
                        .answering(AnswerShape.page(Decision.class))
                        .by(request -> Answer.json(pages.answer(request, peers.decisions(pages.requested(request))))));
    }

    private Answer compare(ApiRequest request) {
        OfferKey key = new OfferKey(request.value(OfferRoutes.PROVIDER), request.value(OfferRoutes.OFFER_ID));
        Offer asked = offers.find(key)
                .orElseThrow(() -> new NotFoundException("There is no such offer of " + key.provider() + "."));
        @Nullable Rate rate = rate(request);
        PeerGroup group = peers.of(asked);
        List<Offer> known = offers.near(
                asked, group.peers().stream().map(PeerGroup.Peer::offer).toList());
        return Answer.json(new PriceComparing(asked, group, rate, clock.instant()).of(known));
    }

    private @Nullable Rate rate(ApiRequest request) {
        String currency = request.value(CURRENCY);
        if (currency.equals(USD)) {
            return null;
        }
        return rates.of(currency, Optional.of(request.value(FX_KIND)), NEWEST).rows().stream()
                .findFirst()
                .orElseThrow(() -> new InvalidRequestException(
                        "currency", "has no " + request.value(FX_KIND) + " rate that is known"));
    }
}
