package smarttravel.api.http;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import smarttravel.api.problems.InvalidRequestException;
import smarttravel.api.problems.NotFoundException;
import smarttravel.api.problems.UnavailableException;

/** Which problem document every failure becomes: the only place that turns an exception into HTTP. */
public final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final String RETRY_AFTER_SECONDS = "5";

    private Problems() {}

    static Problem of(Exception failure, String requestId) {
        return describe(failure, requestId).inRequest(requestId);
    }

    private static Problem describe(Exception failure, String requestId) {
        if (failure instanceof InvalidRequestException invalid) {
            return Problem.of(400, "invalid-parameter", "Invalid parameter", "See errors.")
                    .naming(invalid.errors());
        }
        if (failure instanceof NotFoundException missing) {
            return Problem.of(404, "not-found", "Not found", missing.getMessage());
        }
        if (failure instanceof UnavailableException unavailable) {
            LOG.atWarn()
                    .addKeyValue("requestId", requestId)
                    .setCause(unavailable)
                    .log("Request {} failed: {}", requestId, unavailable.getMessage());
            return Problem.of(503, "unavailable", "Not available now", unavailable.getMessage() + "; try again later");
        }
        if (failure instanceof HttpResponseException known) {
            return ofStatus(known.getStatus());
        }
        LOG.atError()
                .addKeyValue("requestId", requestId)
                .setCause(failure)
                .log("Request {} failed unexpectedly", requestId);
        return Problem.of(500, "unexpected", "Unexpected failure", "It was logged under the id " + requestId + ".");
    }

    /** The problem of a bare status, as the server itself decides it. */
    static Problem ofStatus(int status) {
        return switch (status) {
            case 401 -> Problem.of(401, "no-key", "A key is needed", "Send a valid key: Authorization: Bearer <key>");
            case 404 -> Problem.of(404, "not-found", "Not found", "There is nothing under this path.");
            case 405 ->
                Problem.of(
                        405,
                        "method-not-allowed",
                        "Method not allowed",
                        "This path does not answer that method; Allow says which.");
            case 413 -> Problem.of(413, "too-large", "Request too large", "A body has at most 64 KiB.");
            case 429 ->
                Problem.of(
                        429, "too-many-attempts", "Too many failed attempts", "Wait a minute before the next attempt.");
            case 431 -> Problem.of(431, "header-too-large", "Header too large", "The header has at most 8 KiB.");
            default ->
                status >= 500
                        ? Problem.of(status, "unexpected", "Unexpected failure", null)
                        : Problem.of(
                                status, "bad-request", "Bad request", "This is not a request the server can read.");
        };
    }

    static void answer(Exception failure, Context context) {
        write(of(failure, RequestLog.requestId(context.req())), context.req(), context.res());
    }

    /** Answers from outside the routes: filters. */
    public static void answer(Exception failure, HttpServletRequest request, HttpServletResponse response) {
        write(of(failure, RequestLog.requestId(request)), request, response);
    }

    /** Answers a bare status from outside the routes: filters. */
    public static void answer(int status, HttpServletRequest request, HttpServletResponse response) {
        write(ofStatus(status).inRequest(RequestLog.requestId(request)), request, response);
    }

    private static void write(Problem problem, HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(problem.status());
        if (hasBody(request)) {
            // what nobody has read of it would be taken for the next request, so the server hangs up: the asker must
            // know
            response.setHeader("Connection", "close");
        }
        response.setContentType(Problem.CONTENT_TYPE);
        if (problem.status() == 503) {
            response.setHeader("Retry-After", RETRY_AFTER_SECONDS);
        }
        byte[] body = Json.bytes(problem);
        response.setContentLength(body.length);
        try {
            response.getOutputStream().write(body);
        } catch (IOException gone) {
            LOG.debug("The asker left before the answer", gone);
        }
    }

    private static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }
}
