package smarttravel.api.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The outermost filter: gives every request an id, the headers that keep browsers safe, a timing and one line of log. */
public final class RequestLog implements Filter {
    /** Request attribute: template of the route that answers. */
    static final String ROUTE = "smarttravel.route";
    /** Request attribute: who asks, as the log may name it. */
    public static final String ASKER = "smarttravel.asker";

    private static final String REQUEST_ID = "smarttravel.requestId";
    private static final Logger LOG = LoggerFactory.getLogger(RequestLog.class);
    private static final Pattern USABLE_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final long MAX_BODY = 64 * 1024;

    private final MeterRegistry registry;

    RequestLog(MeterRegistry registry) {
        this.registry = registry;
    }

    /** The id of a request, as its answer's {@code X-Request-Id} says it. */
    static String requestId(HttpServletRequest request) {
        return String.valueOf(request.getAttribute(REQUEST_ID));
    }

    @Override
    public void doFilter(ServletRequest anyRequest, ServletResponse anyResponse, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) anyRequest;
        HttpServletResponse response = (HttpServletResponse) anyResponse;
        long started = System.nanoTime();
        String id = usableId(request.getHeader("X-Request-Id"));
        request.setAttribute(REQUEST_ID, id);
        response.setHeader("X-Request-Id", id);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        response.setHeader("Cache-Control", "no-store");
        try {
            if (request.getContentLengthLong() > MAX_BODY) {
                Problems.answer(413, request, response);
            } else {
                chain.doFilter(request, response);
            }
        } finally {
            record(request, response, Duration.ofNanos(System.nanoTime() - started));
        }
    }

    private void record(HttpServletRequest request, HttpServletResponse response, Duration took) {
        Object route = request.getAttribute(ROUTE);
        String template = route == null ? "unmatched" : route.toString();
        String method = knownMethod(request.getMethod());
        Timer.builder("http.server.requests")
                .description("Requests by route template, method and status")
                .tag("route", template)
                .tag("method", method)
                .tag("status", Integer.toString(response.getStatus()))
                .serviceLevelObjectives(
                        Duration.ofMillis(10),
                        Duration.ofMillis(50),
                        Duration.ofMillis(100),
                        Duration.ofMillis(250),
                        Duration.ofMillis(1_000))
                .register(registry)
                .record(took);
        Object asker = request.getAttribute(ASKER);
        LOG.atInfo()
                .addKeyValue("method", method)
                .addKeyValue("route", template)
                .addKeyValue("status", response.getStatus())
                .addKeyValue("ms", took.toMillis())
                .addKeyValue("requestId", requestId(request))
                .addKeyValue("key", asker == null ? "-" : asker)
                .log("{} {} {} in {} ms", method, template, response.getStatus(), took.toMillis());
    }

    /** Methods are the sender's text: an unknown one must not become a time series. */
    private static String knownMethod(String method) {
        return switch (method) {
            case "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE" -> method;
            default -> "other";
        };
    }

    private static String usableId(@Nullable String given) {
        return given != null && USABLE_ID.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
    }
}
