package smarttravel.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import smarttravel.api.database.Database;
import smarttravel.api.health.ReadinessCheck;
import smarttravel.api.keys.KeyText;

/** The API as it is wired for use, before ClickHouse and PostgreSQL are there. */
class WiringTest {
    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void itStartsBeforeItsDatabasesAndSaysWhatIsMissing() throws IOException, InterruptedException {
        QueryApiConfig config = QueryApiConfig.of(
                        new Database("jdbc:clickhouse://127.0.0.1:1/default", "reader", ""),
                        new Database("jdbc:postgresql://127.0.0.1:1/travel", "travel", ""),
                        "a secret for tests")
                .listeningOn("127.0.0.1", 0);
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        List<ReadinessCheck> checks = List.of(ReadinessCheck.of("jobs", () -> {}));

        try (QueryApi api = QueryApi.start(config, checks, registry, Clock.systemUTC())) {
            assertThat(get(api, "/health/live").statusCode()).isEqualTo(200);
            assertThat(get(api, "/health/ready").body())
                    .contains("not-ready", "\"jobs\":\"ok\"")
                    .doesNotContain("\"clickhouse\":\"ok\"", "\"postgres\":\"ok\"");
            assertThat(get(api, "/api/v1/markets").statusCode()).isEqualTo(503);
            assertThat(get(api, "/metrics").body())
                    .contains("jvm_memory_used_bytes", "jvm_gc_", "jvm_threads_", "hikaricp_connections");
        }
    }

    private HttpResponse<String> get(QueryApi api, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + api.port() + path))
                .header(
                        "Authorization",
                        "Bearer " + KeyText.random(new SecureRandom()).reveal())
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
