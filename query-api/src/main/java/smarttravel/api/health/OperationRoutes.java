package smarttravel.api.health;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.Map;
import smarttravel.api.http.Answer;
import smarttravel.api.http.AnswerShape;
import smarttravel.api.http.Route;

/** What operators and their machines ask; no key needed. */
public final class OperationRoutes {
    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

    private final Readiness readiness;
    private final PrometheusMeterRegistry registry;

    public OperationRoutes(Readiness readiness, PrometheusMeterRegistry registry) {
        this.readiness = readiness;
        this.registry = registry;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/health/live", "Whether the process answers at all")
                        .answering(AnswerShape.one(Liveness.class))
                        .by(request -> Answer.json(new Liveness("live"))),
                Route.get("/health/ready", "Whether every part that answers need is ready; 503 when one is not")
                        .answering(AnswerShape.one(Parts.class))
                        .by(request -> ready()),
                Route.get("/metrics", "Metrics in the text format of Prometheus")
                        .answering(AnswerShape.plain("text/plain"))
                        .by(request -> Answer.text(PROMETHEUS, registry.scrape())));
    }

    private Answer ready() {
        Map<String, String> parts = readiness.parts();
        boolean ready = parts.values().stream().allMatch("ok"::equals);
        return Answer.json(ready ? 200 : 503, new Parts(ready ? "ready" : "not-ready", parts));
    }

    record Liveness(String status) {}

    record Parts(String status, Map<String, String> parts) {}
}
