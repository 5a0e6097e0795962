package smarttravel.api.http;

import java.util.List;

/**
 * One thing that can be asked: where, with which parameters, what comes back, and who answers. The server and the API's
 * description are both made from it.
 *
 * @param success status of an answer that is no failure
 * @param path template with {@code {name}} for a segment and {@code <name>} for a part that may hold slashes
 */
public record Route(
        Method method,
        String path,
        String summary,
        List<Parameter<?>> parameters,
        int success,
        AnswerShape shape,
        RouteHandler handler) {
    /** What is done with what stands under a path. */
    public enum Method {
        GET,
        POST
    }

    private static final String NEEDS_KEY = "/api/";

    public Route {
        parameters = List.copyOf(parameters);
    }

    public static Draft get(String path, String summary) {
        return new Draft(Method.GET, path, summary, List.of(), 200, AnswerShape.plain("application/json"));
    }

    /** Something is begun; the answer says where it can be followed. */
    public static Draft post(String path, String summary) {
        return new Draft(Method.POST, path, summary, List.of(), 202, AnswerShape.plain("application/json"));
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
    public record Draft(
            Method method, String path, String summary, List<Parameter<?>> parameters, int success, AnswerShape shape) {
        public Draft taking(Parameter<?>... taken) {
            return new Draft(method, path, summary, List.of(taken), success, shape);
        }

        public Draft answering(AnswerShape answered) {
            return new Draft(method, path, summary, parameters, success, answered);
        }

        public Route by(RouteHandler handler) {
            return new Route(method, path, summary, parameters, success, shape, handler);
        }
    }
}
