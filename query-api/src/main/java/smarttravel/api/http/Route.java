package smarttravel.api.http;

import java.util.List;

/**
 * One thing that can be asked: where, with which parameters, what comes back, and who answers. The server and the API's
 * description are both made from it.
 *
 * @param path template with {@code {name}} for a segment and {@code <name>} for a part that may hold slashes
 */
public record Route(
        String path, String summary, List<Parameter<?>> parameters, AnswerShape shape, RouteHandler handler) {
    private static final String NEEDS_KEY = "/api/";

    public Route {
        parameters = List.copyOf(parameters);
    }

    public static Draft get(String path, String summary) {
        return new Draft(path, summary, List.of(), AnswerShape.plain("application/json"));
    }

    /** Whether it answers only to those who show a key. */
    public boolean needsKey() {
        return path.startsWith(NEEDS_KEY);
    }

    /** Answers one request. */
    @FunctionalInterface
    public interface RouteHandler {
        Answer answer(ApiRequest request);
    }

    /** A route that nobody answers yet. */
    public record Draft(String path, String summary, List<Parameter<?>> parameters, AnswerShape shape) {
        public Draft taking(Parameter<?>... taken) {
            return new Draft(path, summary, List.of(taken), shape);
        }

        public Draft answering(AnswerShape answered) {
            return new Draft(path, summary, parameters, answered);
        }

        public Route by(RouteHandler handler) {
            return new Route(path, summary, parameters, shape, handler);
        }
    }
}
