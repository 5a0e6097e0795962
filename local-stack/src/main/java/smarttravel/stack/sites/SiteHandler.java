package smarttravel.stack.sites;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;

/** Speaks HTTP for a site: keeps the log, waits as slow sites do, packs pages and says when one has not changed. */
final class SiteHandler implements HttpHandler {
    private final SiteAnswers answers;
    private final Supplier<SiteMood> mood;
    private final AccessLog log;
    private final Clock clock;

    SiteHandler(SiteAnswers answers, Supplier<SiteMood> mood, AccessLog log, Clock clock) {
        this.answers = answers;
        this.mood = mood;
        this.log = log;
        this.clock = clock;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        long start = System.nanoTime();
        Instant at = clock.instant();
        SiteMood now = mood.get();
        try (exchange) {
            waitFor(now.latency());
            SiteAnswer answer =
                    answers.answer(SiteRequest.of(exchange.getRequestURI()), exchange.getRequestHeaders(), now);
            String tag = tag(answer);
            boolean unchanged = answer.status() == 200
                    && tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
            int status = unchanged ? 304 : answer.status();
            // logged before it is sent: who has the answer finds it in the log
            log.add(visit(start, at, exchange, status, now));
            head(exchange.getResponseHeaders(), answer, tag);
            if (unchanged) {
                exchange.sendResponseHeaders(status, -1);
            } else {
                send(exchange, answer);
            }
        }
    }

    private static void waitFor(Duration latency) {
        try {
            Thread.sleep(latency.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Visit visit(long start, Instant at, HttpExchange exchange, int status, SiteMood mood) {
        String agent = exchange.getRequestHeaders().getFirst("User-Agent");
        boolean refused = mood.refuseEvery() > 0 && status == mood.refusal();
        return new Visit(
                start,
                System.nanoTime(),
                at,
                exchange.getRequestURI().toString(),
                status,
                Optional.ofNullable(agent).orElse(""),
                refused ? mood.retryAfter() : Duration.ZERO);
    }

    private static String tag(SiteAnswer answer) {
        CRC32 sum = new CRC32();
        sum.update(answer.bytes());
        return "W/\"" + Long.toHexString(sum.getValue()) + '"';
    }

    private static void head(Headers headers, SiteAnswer answer, String tag) {
        headers.set("Content-Type", answer.contentType());
        headers.set("Vary", "Accept-Encoding");
        answer.headers().forEach(headers::set);
        if (answer.status() == 200) {
            headers.set("ETag", tag);
            headers.set("Cache-Control", "private, max-age=0");
        }
    }

    private static void send(HttpExchange exchange, SiteAnswer answer) throws IOException {
        byte[] bytes = answer.bytes();
        String accepted = exchange.getRequestHeaders().getFirst("Accept-Encoding");
        if (accepted != null && accepted.contains("gzip")) {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            bytes = packed(bytes);
        }
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            try (OutputStream body = exchange.getResponseBody()) {
                body.write(bytes);
            }
        }
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }
}
