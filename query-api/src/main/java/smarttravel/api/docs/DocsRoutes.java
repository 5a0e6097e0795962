package smarttravel.api.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import smarttravel.api.http.Answer;
import smarttravel.api.http.AnswerShape;
import smarttravel.api.http.Route;

/** {@code /openapi.json} and the page that shows it. Both are made once, when the server starts. */
public final class DocsRoutes {
    private DocsRoutes() {}

    /** The routes that describe these routes, and themselves. */
    public static List<Route> describing(List<Route> routes) {
        Route.Draft document = Route.get("/openapi.json", "This description (OpenAPI 3.1)");
        DocsPage page = DocsPage.load();
        Route docs = Route.get("/docs", "This description as a page to read and try")
                .answering(AnswerShape.plain("text/html"))
                .by(request -> Answer.text("text/html; charset=utf-8", page.html())
                        .withHeader("Content-Security-Policy", page.contentSecurityPolicy()));
        List<Route> all = new ArrayList<>(routes);
        all.add(docs);
        all.add(document.by(request -> Answer.json(Map.of())));
        Answer described = Answer.json(OpenApiDocument.of(all));
        return List.of(docs, document.by(request -> described));
    }
}
