package smarttravel.stack.clickhouse;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One request in ClickHouse's HTTP manners: every parameter of the address that is not a word of the protocol is a
 * setting.
 *
 * @param body the request's body, already unpacked
 */
record EndpointRequest(
        String queryId,
        Optional<String> database,
        String format,
        boolean compressedReply,
        Optional<String> urlQuery,
        Map<String, String> settings,
        InputStream body) {
    static final String DEFAULT_FORMAT = "TabSeparated";

    private static final Set<String> PROTOCOL_WORDS = Set.of(
            "query",
            "query_id",
            "database",
            "default_format",
            "compress",
            "decompress",
            "wait_end_of_query",
            "session_id",
            "session_timeout",
            "session_check",
            "role",
            "user",
            "password",
            "quota_key",
            "buffer_size",
            "enable_http_compression",
            "client_protocol_version",
            "log_comment");

    static EndpointRequest read(HttpExchange exchange) throws EngineException {
        Map<String, String> parameters = parameters(exchange.getRequestURI().getRawQuery());
        if (parameters.containsKey("session_id")) {
            throw EngineException.of(EngineError.NOT_IMPLEMENTED, "This endpoint keeps no sessions");
        }
        Headers headers = exchange.getRequestHeaders();
        Optional<String> id = find(parameters, headers, "query_id", "X-ClickHouse-Query-Id");
        return new EndpointRequest(
                id.orElseGet(() -> UUID.randomUUID().toString()),
                find(parameters, headers, "database", "X-ClickHouse-Database"),
                find(parameters, headers, "default_format", "X-ClickHouse-Format")
                        .orElse(DEFAULT_FORMAT),
                "1".equals(parameters.get("compress")),
                Optional.ofNullable(parameters.get("query")).filter(query -> !query.isBlank()),
                settings(parameters),
                body(exchange, parameters));
    }

    private static InputStream body(HttpExchange exchange, Map<String, String> parameters) {
        InputStream body = exchange.getRequestBody();
        return "1".equals(parameters.get("decompress")) ? new NativeBlockInput(body) : body;
    }

    private static Optional<String> find(
            Map<String, String> parameters, Headers headers, String parameter, String header) {
        return Optional.ofNullable(parameters.get(parameter))
                .or(() -> Optional.ofNullable(headers.getFirst(header)))
                .filter(value -> !value.isBlank());
    }

    private static Map<String, String> settings(Map<String, String> parameters) {
        Map<String, String> settings = new LinkedHashMap<>(parameters);
        settings.keySet().removeIf(name -> PROTOCOL_WORDS.contains(name) || name.startsWith("param_"));
        return settings;
    }

    private static Map<String, String> parameters(@Nullable String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : query == null ? new String[0] : query.split("&")) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            if (!name.isEmpty()) {
                parameters.put(decode(name), equals < 0 ? "" : decode(pair.substring(equals + 1)));
            }
        }
        return parameters;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
