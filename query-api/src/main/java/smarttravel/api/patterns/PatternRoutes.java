package smarttravel.api.patterns;

import java.util.List;
import smarttravel.api.http.Answer;
import smarttravel.api.http.AnswerShape;
import smarttravel.api.http.Paging;
import smarttravel.api.http.Route;
import smarttravel.api.paging.Cursors;

/** The list of patterns. */
public final class PatternRoutes {
    private final PatternSearch patterns;
    private final Paging pages;

    public PatternRoutes(PatternSearch patterns, Cursors cursors) {
        this.patterns = patterns;
        pages = new Paging(cursors, 50, 200);
    }

    public List<Route> routes() {
        return List.of(Route.get("/api/v1/patterns", "What offers' prices were seen doing, newest start first")
                .taking(
                        PatternQuery.PATTERN,
                        PatternQuery.MARKET,
                        PatternQuery.DESTINATION,
                        PatternQuery.PROVIDER,
                        PatternQuery.SINCE,
                        pages.limit(),
                        Paging.CURSOR)
                .answering(AnswerShape.page(Pattern.class))
                .by(request -> Answer.json(
                        pages.answer(request, patterns.search(PatternQuery.of(request), pages.requested(request))))));
    }
}
