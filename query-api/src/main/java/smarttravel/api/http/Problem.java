package smarttravel.api.http;

import java.util.List;
import org.jspecify.annotations.Nullable;
import smarttravel.api.problems.ParameterError;

/**
 * A problem document (RFC 9457).
 *
 * @param instance names this one occurrence: the id under which the request is found in the log
 */
public record Problem(
        String type,
        String title,
        int status,
        @Nullable String detail,
        @Nullable String instance,
        @Nullable List<ParameterError> errors) {
    static final String CONTENT_TYPE = "application/problem+json";
    private static final String TYPES = "urn:smart-travel:problem:";

    static Problem of(int status, String type, String title, @Nullable String detail) {
        return new Problem(TYPES + type, title, status, detail, null, null);
    }

    Problem naming(List<ParameterError> wrong) {
        return new Problem(type, title, status, detail, instance, wrong);
    }

    Problem inRequest(String requestId) {
        return new Problem(type, title, status, detail, "urn:smart-travel:request:" + requestId, errors);
    }
}
