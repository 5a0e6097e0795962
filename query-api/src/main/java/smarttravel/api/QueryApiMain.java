package smarttravel.api;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import smarttravel.api.database.Database;
import smarttravel.api.quality.QualitySettings;
import smarttravel.api.searches.SearchSettings;

/** Runs the query API alone, told everything by the environment ({@code TRAVEL_…}). */
public final class QueryApiMain {
    private static final Logger LOG = LoggerFactory.getLogger(QueryApiMain.class);
    private static final int USAGE = 2;
    private static final List<String> MANDATORY = List.of(
            "TRAVEL_CLICKHOUSE_URL",
            "TRAVEL_CLICKHOUSE_USER",
            "TRAVEL_CLICKHOUSE_PASSWORD",
            "TRAVEL_POSTGRES_URL",
            "TRAVEL_POSTGRES_USER",
            "TRAVEL_POSTGRES_PASSWORD",
            "TRAVEL_CURSOR_SECRET");

    private QueryApiMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        QueryApiConfig config;
        try {
            config = config(System.getenv());
        } catch (IllegalArgumentException e) {
            System.err.println("query-api: " + e.getMessage());
            System.exit(USAGE);
            return;
        }
        QueryApi api = QueryApi.start(
                config, List.of(), new PrometheusMeterRegistry(PrometheusConfig.DEFAULT), Clock.systemUTC());
        Runtime.getRuntime().addShutdownHook(new Thread(api::close, "shutdown"));
        LOG.info("The query API listens on {}:{}", config.host(), api.port());
        new CountDownLatch(1).await();
    }

    /**
     * Reads the settings; names it does not know are left alone.
     *
     * @throws IllegalArgumentException whose message says what is missing or wrong, without any value
     */
    public static QueryApiConfig config(Map<String, String> environment) {
        List<String> missing = MANDATORY.stream()
                .filter(name -> !environment.containsKey(name))
                .toList();
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("set " + String.join(", ", missing));
        }
        return QueryApiConfig.of(
                        database(environment, "TRAVEL_CLICKHOUSE"),
                        database(environment, "TRAVEL_POSTGRES"),
                        text(environment, "TRAVEL_CURSOR_SECRET"))
                .listeningOn(
                        environment.getOrDefault("TRAVEL_HOST", QueryApiConfig.DEFAULT_HOST),
                        port(Optional.ofNullable(environment.get("TRAVEL_PORT"))))
                .searching(new SearchSettings(
                        duration(environment, "TRAVEL_SEARCH_LIMIT", SearchSettings.DEFAULT.limit()),
                        duration(environment, "TRAVEL_SEARCH_FRESHNESS", SearchSettings.DEFAULT.freshness())))
                .scoring(QualitySettings.fromEnvironment(environment));
    }

    private static Duration duration(Map<String, String> environment, String name, Duration otherwise) {
        String text = environment.get(name);
        try {
            return text == null ? otherwise : Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(name + " is not a duration such as PT30S", e);
        }
    }

    private static Database database(Map<String, String> environment, String name) {
        return new Database(
                text(environment, name + "_URL"),
                text(environment, name + "_USER"),
                text(environment, name + "_PASSWORD"));
    }

    private static String text(Map<String, String> environment, String name) {
        return environment.getOrDefault(name, "");
    }

    private static int port(Optional<String> text) {
        try {
            return text.map(Integer::parseInt).orElse(QueryApiConfig.DEFAULT_PORT);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("TRAVEL_PORT is not a number", e);
        }
    }
}
