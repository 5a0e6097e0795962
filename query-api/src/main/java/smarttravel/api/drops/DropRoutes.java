package smarttravel.api.drops;

import java.util.List;
import smarttravel.api.http.Answer;
import smarttravel.api.http.AnswerShape;
import smarttravel.api.http.Paging;
import smarttravel.api.http.Route;
import smarttravel.api.paging.Cursors;

/** The list of drops. */
public final class DropRoutes {
    private final DropSearch drops;
    private final Paging pages;

    public DropRoutes(DropSearch drops, Cursors cursors) {
        this.drops = drops;
        pages = new Paging(cursors, 50, 200);
    }

    public List<Route> routes() {
        return List.of(Route.get("/api/v1/drops", "Price drops, newest first")
                .taking(
                        DropQuery.DESTINATION,
                        DropQuery.MARKET,
                        DropQuery.PROVIDER,
                        DropQuery.SINCE,
                        DropQuery.MIN_PERCENT,
                        DropQuery.NEW_LOW,
                        DropQuery.FLAPPING,
                        pages.limit(),
                        Paging.CURSOR)
                .answering(AnswerShape.page(Drop.class))
                .by(request -> Answer.json(
                        pages.answer(request, drops.search(DropQuery.of(request), pages.requested(request))))));
    }
}
