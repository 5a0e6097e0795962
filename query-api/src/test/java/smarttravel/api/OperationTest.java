package smarttravel.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import smarttravel.api.health.ReadinessCheck;

class OperationTest {
    @Test
    void readyWhenEveryPartIs() {
        try (RunningApi api = new RunningApi(ReadinessCheck.of("clickhouse", () -> {}))) {
            HttpResponse<String> answer = api.send("/health/ready");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("{\"status\":\"ready\",\"parts\":{\"clickhouse\":\"ok\"}}");
        }
    }

    @Test
    void notReadyNamesThePartsThatFailOrHangAndKeepsTheReasonToItself() {
        CountDownLatch never = new CountDownLatch(1);
        try (RunningApi api = new RunningApi(
                ReadinessCheck.of("clickhouse", () -> {}),
                ReadinessCheck.of("postgres", () -> {
                    throw new IllegalStateException("password of 10.0.0.1 refused");
                }),
                ReadinessCheck.of("kafka", never::await))) {
            HttpResponse<String> answer = api.send("/health/ready");

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body())
                    .isEqualTo("{\"status\":\"not-ready\",\"parts\":"
                            + "{\"clickhouse\":\"ok\",\"postgres\":\"failed\",\"kafka\":\"timeout\"}}");
        }
    }

    @Test
    void aliveEvenWhenNothingIsReady() {
        try (RunningApi api = new RunningApi(ReadinessCheck.of("clickhouse", () -> {
            throw new IllegalStateException("down");
        }))) {
            assertThat(api.send("/health/live").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void requestsAreTimedByRouteTemplate() {
        try (RunningApi api = new RunningApi().filled()) {
            api.get("/api/v1/offers/ola/A%2F1");
            api.get("/unknown/one");

            String metrics = api.send("/metrics").body();

            assertThat(metrics)
                    .contains("http_server_requests_seconds_count{method=\"GET\","
                            + "route=\"/api/v1/offers/{provider}/{offerId}\",status=\"200\"} 1")
                    .contains("route=\"unmatched\",status=\"404\"")
                    .doesNotContain("/unknown/one");
        }
    }

    @Test
    void thePageLoadsNothingFromElsewhereAndRunsNothingButItsOwnScript() {
        try (RunningApi api = new RunningApi()) {
            HttpResponse<String> page = api.send("/docs");

            assertThat(page.body())
                    .doesNotContain("http://", "https://", "src=", "url(", "@import", "innerHTML", "<link");
            assertThat(page.body()).contains("fetch('/openapi.json')");
            assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                    .contains("default-src 'none'", "script-src 'sha256-")
                    .doesNotContain("unsafe");
        }
    }

    @Test
    void everyAnswerCarriesSafeHeadersAndAllowsNoOtherOrigin() {
        try (RunningApi api = new RunningApi()) {
            HttpResponse<String> answer = api.send("/health/live", "Origin", "https://elsewhere.example");

            assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                    .contains("default-src 'none'");
            assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
                    .isEmpty();
            assertThat(answer.headers().firstValue("Server")).isEmpty();
        }
    }
}
