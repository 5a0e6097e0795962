package smarttravel.api;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import smarttravel.api.problems.UnavailableException;

class FailureTest {
    private final RunningApi api = new RunningApi().filled();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger("smarttravel.api");

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void close() {
        logger.detachAppender(log);
        api.close();
    }

    @Test
    void anUnexpectedFailureShowsAnIdAndItsTextStaysInTheLog() {
        api.failure = Optional.of(new IllegalStateException("SELECT secret FROM somewhere"));

        HttpResponse<String> answer = api.get("/api/v1/drops");

        String id = answer.headers().firstValue("X-Request-Id").orElseThrow();
        JsonNode problem = RunningApi.parse(answer);
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).doesNotContain("SELECT", "IllegalState", "smarttravel.api.");
        assertThat(problem.path("detail").asText()).contains(id);
        assertThat(problem.path("instance").asText()).endsWith(id);
        ILoggingEvent logged = log.list.stream()
                .filter(event -> event.getLevel() == Level.ERROR)
                .findFirst()
                .orElseThrow();
        assertThat(logged.getFormattedMessage()).contains(id);
        assertThat(Objects.requireNonNull(logged.getThrowableProxy()).getMessage())
                .contains("SELECT secret");
    }

    @Test
    void whenTheStoreIsDownTheAskerIsToldWhenToComeAgain() {
        api.failure =
                Optional.of(new UnavailableException("The price store", new RuntimeException("10.0.0.1 refused")));

        HttpResponse<String> answer = api.get("/api/v1/drops");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("5");
        assertThat(answer.body()).doesNotContain("10.0.0.1");
    }

    @Test
    void anUnknownPathIsAProblemToo() {
        HttpResponse<String> answer = api.get("/api/v1/nothing");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void whatTheServerItselfRefusesIsAProblemToo() {
        HttpResponse<String> answer = api.send("/health/live", "X-Long", "x".repeat(20_000));

        assertThat(answer.statusCode()).isEqualTo(431);
        assertThat(RunningApi.parse(answer).path("status").asInt()).isEqualTo(431);
    }

    @Test
    void aBodyAboveTheLimitIsRefused() {
        HttpResponse<String> answer =
                api.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + api.port() + "/health/live"))
                        .POST(HttpRequest.BodyPublishers.ofString("x".repeat(70_000)))
                        .build());

        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @Test
    void malformedEncodingsAreRefused() {
        assertThat(rawStatus("/api/v1/drops?market=%zz")).isEqualTo(400);
        assertThat(rawStatus("/api/v1/drops?market=%ff")).isEqualTo(400);
        assertThat(rawStatus("/api/v1/offers/ola/%zz")).isEqualTo(400);
    }

    @Test
    void theLogNamesTheRouteAndWhoAskedButNeverTheKey() {
        HttpResponse<String> answer = api.send(
                "/api/v1/offers/ola/A%2F1", "Authorization", "Bearer " + api.key.reveal(), "X-Request-Id", "mine-1");

        assertThat(answer.headers().firstValue("X-Request-Id")).contains("mine-1");
        List<String> lines = log.list.stream()
                .map(event -> event.getFormattedMessage() + " " + event.getKeyValuePairs())
                .toList();
        assertThat(lines)
                .anySatisfy(line -> assertThat(line)
                        .contains("GET /api/v1/offers/{provider}/{offerId} 200")
                        .contains("requestId=\"mine-1\"")
                        .contains(api.key.prefix() + "/analyst"));
        assertThat(lines).noneSatisfy(line -> assertThat(line).contains(api.key.reveal()));
    }

    @Test
    void anUnusableRequestIdIsReplaced() {
        HttpResponse<String> answer = api.send("/health/live", "X-Request-Id", "a b<script>");

        assertThat(answer.headers().firstValue("X-Request-Id").orElseThrow()).hasSize(36);
    }

    /** The JDK's client refuses to send malformed addresses, so they are written to the socket. */
    private int rawStatus(String target) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), api.port())) {
            socket.setSoTimeout(5_000);
            String request = "GET " + target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer "
                    + api.key.reveal() + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(answer.substring(9, 12));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
