package smarttravel.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import smarttravel.api.http.Parameter;
import smarttravel.api.http.Route;

/** What holds for every route there is or will be: the routes are those that the server registered. */
class EveryRouteTest {
    private static RunningApi api;

    @BeforeAll
    static void start() {
        api = new RunningApi().filled();
    }

    @AfterAll
    static void close() {
        api.close();
    }

    @Test
    void everyRouteAnswers() {
        assertThat(api.routes()).hasSize(27);
        for (Route route : api.routes()) {
            assertThat(api.ask(route).statusCode()).as(route.path()).isEqualTo(route.success());
        }
    }

    @Test
    void everyRouteIsInTheDescriptionWithItsParameters() {
        JsonNode paths = api.json("/openapi.json").path("paths");

        for (Route route : api.routes()) {
            JsonNode described = paths.path(route.path().replace('<', '{').replace('>', '}'))
                    .path(route.method().name().toLowerCase(Locale.ROOT));
            List<String> names = new ArrayList<>();
            described
                    .path("parameters")
                    .forEach(parameter -> names.add(parameter.path("name").asText()));
            described
                    .at("/requestBody/content/application~1json/schema/properties")
                    .fieldNames()
                    .forEachRemaining(names::add);
            assertThat(names)
                    .as(route.path())
                    .containsExactlyElementsOf(
                            route.parameters().stream().map(Parameter::name).toList());
            assertThat(described.has("security")).as(route.path()).isEqualTo(route.needsKey());
        }
        assertThat(paths).hasSize(api.routes().size());
    }

    @Test
    void everyFieldOfEveryAnswerIsDescribed() {
        JsonNode document = api.json("/openapi.json");
        for (Route route : api.routes()) {
            route.shape().record().ifPresent(type -> {
                JsonNode answer = RunningApi.parse(api.ask(route));
                JsonNode thing = answer.has("items") ? answer.path("items").path(0) : answer;
                JsonNode schema = document.path("components").path("schemas").path(type.getSimpleName());
                List<String> described = new ArrayList<>();
                schema.path("properties").fieldNames().forEachRemaining(described::add);
                thing.fieldNames()
                        .forEachRemaining(
                                field -> assertThat(described).as(route.path()).contains(field));
                schema.path("required")
                        .forEach(field -> assertThat(thing.has(field.asText()))
                                .as("%s of %s", field, route.path())
                                .isTrue());
            });
        }
    }

    @Test
    void anUnknownParameterIsRefusedByName() {
        for (Route route : api.routes()) {
            HttpResponse<String> answer = route.method() == Route.Method.GET
                    ? api.get(with(route, "surprise=1"))
                    : api.post(
                            route.path(),
                            "{\"surprise\":1," + RunningApi.workingBody(route).substring(1));

            assertThat(answer.statusCode()).as(route.path()).isEqualTo(400);
            assertThat(RunningApi.named(answer)).containsExactly("surprise");
        }
    }

    @Test
    void everyMalformedParameterIsRefusedByName() {
        for (Route route : api.routes()) {
            for (Parameter<?> parameter : route.parameters()) {
                if (parameter.place() == Parameter.Place.QUERY) {
                    for (String bad : badValues(parameter)) {
                        HttpResponse<String> answer = api.get(with(route, parameter.name() + "=" + bad));
                        assertThat(answer.statusCode())
                                .as("%s %s=%s", route.path(), parameter.name(), bad)
                                .isEqualTo(400);
                        assertThat(RunningApi.named(answer)).contains(parameter.name());
                    }
                }
            }
        }
    }

    @Test
    void aParameterGivenTwiceIsRefusedByName() {
        for (Route route : api.routes()) {
            for (Parameter<?> parameter : route.parameters()) {
                if (parameter.place() == Parameter.Place.QUERY) {
                    HttpResponse<String> answer =
                            api.get(with(route, parameter.name() + "=CUN&" + parameter.name() + "=CUN"));
                    assertThat(answer.statusCode()).isEqualTo(400);
                    assertThat(RunningApi.named(answer)).contains(parameter.name());
                }
            }
        }
    }

    @Test
    void everyOtherMethodIsRefused() {
        for (Route route : api.routes()) {
            if (route.method() == Route.Method.POST) {
                assertThat(api.get(route.path()).statusCode()).isEqualTo(405);
                continue;
            }
            HttpRequest post = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + api.port() + RunningApi.workingPath(route)))
                    .header("Authorization", "Bearer " + api.key.reveal())
                    .POST(HttpRequest.BodyPublishers.ofString("{}"))
                    .build();
            HttpResponse<String> answer = api.send(post);
            assertThat(answer.statusCode()).as(route.path()).isEqualTo(405);
            assertThat(answer.headers().firstValue("Connection"))
                    .as("nobody read the body")
                    .hasValue("close");
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        }
    }

    private static List<String> badValues(Parameter<?> parameter) {
        Map<String, Object> schema = parameter.schema();
        List<String> bad = new ArrayList<>(List.of("", "%00", "x".repeat(5_000)));
        if (!schema.containsKey("maxLength") && !"string".equals(schema.get("type"))) {
            bad.addAll(List.of("-1", "1e3", "9999999999999", "NaN", "%D9%A1"));
        }
        if (schema.containsKey("format") || schema.containsKey("enum")) {
            bad.addAll(List.of("2026-02-30", "1999-12-31", "1999-12-31T00:00:00Z", "cun"));
        }
        return bad;
    }

    private static String with(Route route, String query) {
        String path = RunningApi.workingPath(route);
        return path + (path.contains("?") ? "&" : "?") + query;
    }
}
