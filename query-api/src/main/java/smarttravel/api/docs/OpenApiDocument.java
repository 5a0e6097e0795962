package smarttravel.api.docs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import smarttravel.api.http.AnswerShape;
import smarttravel.api.http.Parameter;
import smarttravel.api.http.Problem;
import smarttravel.api.http.Route;

/** The OpenAPI 3.1 document of a list of routes. */
final class OpenApiDocument {
    private static final Map<String, String> FAILURES = Map.of(
            "400", "A parameter is unknown, missing, malformed or given twice; errors names each",
            "401", "No valid key was shown",
            "404", "What was asked for by name does not exist",
            "429", "Too many wrong keys from this address",
            "503", "Something the answer needs cannot be reached; Retry-After says when to ask again");

    private final RecordSchemas schemas = new RecordSchemas();

    private OpenApiDocument() {}

    static Map<String, Object> of(List<Route> routes) {
        return new OpenApiDocument().describe(routes);
    }

    private Map<String, Object> describe(List<Route> routes) {
        Map<String, Map<String, Object>> paths = new LinkedHashMap<>();
        for (Route route : routes) {
            paths.computeIfAbsent(template(route), path -> new LinkedHashMap<>())
                    .put(route.method().name().toLowerCase(Locale.ROOT), operation(route));
        }
        schemas.reference(Problem.class);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("openapi", "3.1.0");
        document.put(
                "info",
                ordered(
                        "title", "Smart Travel",
                        "version", "1",
                        "description",
                                "Price analytics for travel agencies. Amounts are exact decimal texts with their currency,"
                                        + " times are UTC, what is unknown is left out. Lists page by nextCursor."));
        document.put("paths", paths);
        document.put(
                "components",
                ordered(
                        "schemas", schemas.all(),
                        "securitySchemes", Map.of("key", Map.of("type", "http", "scheme", "bearer"))));
        return document;
    }

    /** OpenAPI knows one kind of path parameter; one with slashes in it is sent percent-encoded. */
    static String template(Route route) {
        return route.path().replace('<', '{').replace('>', '}');
    }

    private Map<String, Object> operation(Route route) {
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("summary", route.summary());
        operation.put("operationId", operationId(route));
        operation.put("tags", List.of(tag(route)));
        if (route.needsKey()) {
            operation.put("security", List.of(Map.of("key", List.of())));
        }
        operation.put(
                "parameters",
                route.parameters().stream()
                        .filter(parameter -> parameter.place() != Parameter.Place.BODY)
                        .map(OpenApiDocument::parameter)
                        .toList());
        if (route.method() == Route.Method.POST) {
            operation.put("requestBody", body(route));
        }
        operation.put("responses", responses(route));
        return operation;
    }

    private static Map<String, Object> body(Route route) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (Parameter<?> parameter : route.parameters()) {
            if (parameter.place() == Parameter.Place.BODY) {
                Map<String, Object> schema = new LinkedHashMap<>(parameter.schema());
                schema.put("description", parameter.meaning());
                properties.put(parameter.name(), schema);
                if (parameter.required()) {
                    required.add(parameter.name());
                }
            }
        }
        Map<String, Object> schema = ordered(
                "type", "object", "required", required, "additionalProperties", false, "properties", properties);
        return ordered("content", Map.of("application/json", Map.of("schema", schema)));
    }

    private static Map<String, Object> parameter(Parameter<?> parameter) {
        return ordered(
                "name", parameter.name(),
                "in", parameter.place() == Parameter.Place.PATH ? "path" : "query",
                "required", parameter.required(),
                "description", parameter.meaning(),
                "schema", parameter.schema());
    }

    private Map<String, Object> responses(Route route) {
        Map<String, Object> responses = new LinkedHashMap<>();
        responses.put(
                String.valueOf(route.success()),
                ordered(
                        "description", route.summary(),
                        "content", Map.of(route.shape().contentType(), Map.of("schema", schema(route.shape())))));
        Map<String, Object> problem =
                Map.of("application/problem+json", Map.of("schema", schemas.reference(Problem.class)));
        FAILURES.keySet().stream()
                .sorted()
                .filter(status -> route.needsKey() || status.equals("400"))
                .forEach(status -> responses.put(
                        status, ordered("description", FAILURES.getOrDefault(status, status), "content", problem)));
        return responses;
    }

    private Map<String, Object> schema(AnswerShape shape) {
        return shape.record()
                .map(type -> shape.listing() == AnswerShape.Listing.ONE ? schemas.reference(type) : page(type))
                .orElse(Map.of("type", shape.contentType().equals("application/json") ? "object" : "string"));
    }

    private Map<String, Object> page(Class<? extends Record> item) {
        return ordered(
                "type", "object",
                "required", List.of("items"),
                "properties",
                        ordered(
                                "items", ordered("type", "array", "items", schemas.reference(item)),
                                "nextCursor",
                                        ordered(
                                                "type", "string",
                                                "description",
                                                        "send it as cursor for the next page; absent on the last one")));
    }

    private static String operationId(Route route) {
        StringBuilder id = new StringBuilder(route.method().name().toLowerCase(Locale.ROOT));
        for (String part : route.path().replace("/api/v1", "").split("[^A-Za-z]+", -1)) {
            if (!part.isEmpty()) {
                id.append(Character.toUpperCase(part.charAt(0))).append(part.substring(1));
            }
        }
        return id.toString();
    }

    private static String tag(Route route) {
        return route.needsKey() ? route.path().split("/", -1)[3] : "operation";
    }

    static Map<String, Object> ordered(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
