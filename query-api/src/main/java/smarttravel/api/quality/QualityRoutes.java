package smarttravel.api.quality;

import java.time.LocalDate;
import java.util.List;
import smarttravel.api.http.Answer;
import smarttravel.api.http.AnswerShape;
import smarttravel.api.http.Paging;
import smarttravel.api.http.Parameter;
import smarttravel.api.http.Parameters;
import smarttravel.api.http.Route;
import smarttravel.api.paging.Cursors;
import smarttravel.api.paging.Page;

/** How good providers' data are, and which offers are good for what they are. */
public final class QualityRoutes {
    private static final Parameter<LocalDate> DAY =
            Parameters.date("day", "each provider's last day until this one (UTC) instead of its newest");

    private final Qualities qualities;
    private final Paging pages;

    public QualityRoutes(Qualities qualities, Cursors cursors) {
        this.qualities = qualities;
        pages = new Paging(cursors, 50, 200);
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/api/v1/quality/providers", "How good every provider's data are, and what that rests on")
                        .taking(DAY)
                        .answering(AnswerShape.page(ProviderQuality.class))
                        .by(request -> Answer.json(new Page<>(qualities.providers(request.find(DAY)), null))),
                Route.get("/api/v1/quality/offers", "How good offers are for what they are, the best first")
                        .taking(
                                QualityQuery.MARKET,
                                QualityQuery.DESTINATION,
                                QualityQuery.PROVIDER,
                                QualityQuery.DEPARTURE_FROM,
                                QualityQuery.DEPARTURE_TO,
                                QualityQuery.MIN_SCORE,
                                pages.limit(),
                                Paging.CURSOR)
                        .answering(AnswerShape.page(RatedOffer.class))
                        .by(request -> Answer.json(pages.answer(
                                request, qualities.offers(QualityQuery.of(request), pages.requested(request))))));
    }
}
