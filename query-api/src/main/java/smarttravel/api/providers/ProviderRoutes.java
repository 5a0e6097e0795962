package smarttravel.api.providers;

import java.util.List;
import smarttravel.api.http.Answer;
import smarttravel.api.http.AnswerShape;
import smarttravel.api.http.Route;
import smarttravel.api.paging.Page;

/** How the providers are. */
public final class ProviderRoutes {
    private final Providers providers;

    public ProviderRoutes(Providers providers) {
        this.providers = providers;
    }

    public List<Route> routes() {
        return List.of(Route.get("/api/v1/providers", "Every provider: believed or in quarantine, and its last crawl")
                .answering(AnswerShape.page(ProviderHealth.class))
                .by(request -> Answer.json(new Page<>(providers.all(), null))));
    }
}
