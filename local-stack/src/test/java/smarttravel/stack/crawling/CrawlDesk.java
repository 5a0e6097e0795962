package smarttravel.stack.crawling;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.jdbi.v3.core.Jdbi;
import smarttravel.ingest.crawling.ledger.Lane;
import smarttravel.ingest.crawling.ledger.NewCrawl;
import smarttravel.ingest.crawling.plan.PostgresCrawlRequests;
import smarttravel.ingest.health.HeldObservations;
import smarttravel.ingest.health.PostgresQuarantines;
import smarttravel.ingest.providers.SearchCriteria;
import smarttravel.stack.Stack;
import smarttravel.stack.StackConfig.Login;

/** Somebody who runs a stack that crawls: asks for crawls, decides on quarantines, and asks the API. */
final class CrawlDesk {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Stack stack;
    private final Jdbi jdbi;
    private final HttpClient http = HttpClient.newHttpClient();

    CrawlDesk(Stack stack) {
        this.stack = stack;
        Login login = stack.runFile().postgres();
        this.jdbi = Jdbi.create(login.url(), login.user(), login.password());
    }

    /** Has a provider crawled whole, and returns when that is done. */
    void crawl(String provider) {
        long request = new PostgresCrawlRequests(jdbi, Clock.systemUTC())
                .ask(Optional.of(provider), SearchCriteria.EVERYTHING, NewCrawl.Reason.MANUAL, Lane.USUAL);
        Awaitility.await("the crawl of " + provider)
                .atMost(Duration.ofSeconds(60))
                .until(() -> isClosed(request));
    }

    /** Returns when no crawl is under way any more: a search answers before the crawls that it began have ended. */
    void awaitQuiet() {
        Awaitility.await("no crawl is under way")
                .atMost(Duration.ofSeconds(60))
                .until(() -> jdbi.withHandle(
                        handle -> handle.createQuery("SELECT count(*) = 0 FROM crawls WHERE closed_at IS NULL")
                                .mapTo(Boolean.class)
                                .one()));
    }

    private boolean isClosed(long request) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT count(*) > 0 AND bool_and(closed_at IS NOT NULL) FROM crawls WHERE request = :request")
                .bind("request", request)
                .mapTo(Boolean.class)
                .one());
    }

    void discard(String provider) {
        Login login = stack.runFile().postgres();
        var database = new org.postgresql.ds.PGSimpleDataSource();
        database.setUrl(login.url());
        database.setUser(login.user());
        database.setPassword(login.password());
        new HeldObservations(
                        stack.kafka(),
                        new PostgresQuarantines(database, Clock.systemUTC()),
                        event -> {},
                        Clock.systemUTC())
                .discard(provider);
    }

    /** What the API says of a provider. */
    JsonNode health(String provider) {
        return StreamSupport.stream(json("/api/v1/providers").path("items").spliterator(), false)
                .filter(health -> health.path("provider").asText().equals(provider))
                .findFirst()
                .orElseThrow();
    }

    JsonNode json(String path) {
        return parsed(answer(path));
    }

    String answer(String path) {
        return send(request(path).GET());
    }

    JsonNode post(String path, String json) {
        return parsed(send(request(path).POST(HttpRequest.BodyPublishers.ofString(json))));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(stack.url() + path)).header("Authorization", "Bearer " + stack.key());
    }

    private String send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(text, e);
        }
    }
}
