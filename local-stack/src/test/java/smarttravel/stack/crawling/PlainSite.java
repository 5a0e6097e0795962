package smarttravel.stack.crawling;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A slow site of listings, each with a link to the next one of its destination; it remembers who asked for what. */
final class PlainSite implements AutoCloseable {
    static final int OFFERS_PER_PAGE = 20;
    private static final Clock CLOCK = Clock.systemUTC();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(32);
    private final int pagesPerDestination;
    private final Duration slowness;
    private final Queue<Visit> visits = new ConcurrentLinkedQueue<>();

    /** One page that was asked for, by which process, and when its answer was on its way. */
    record Visit(String page, long process, Instant asked, Instant answered) {}

    private PlainSite(HttpServer server, int pagesPerDestination, Duration slowness) {
        this.server = server;
        this.pagesPerDestination = pagesPerDestination;
        this.slowness = slowness;
    }

    static PlainSite start(int pagesPerDestination, Duration slowness) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
        PlainSite site = new PlainSite(server, pagesPerDestination, slowness);
        server.setExecutor(site.threads);
        server.createContext("/list/", site::answer);
        server.start();
        return site;
    }

    int port() {
        return server.getAddress().getPort();
    }

    List<Visit> visits() {
        return List.copyOf(visits);
    }

    private void answer(HttpExchange exchange) throws IOException {
        Instant asked = CLOCK.instant();
        String page = exchange.getRequestURI().getPath();
        String[] parts = page.split("/", -1);
        byte[] text = text(parts[2], Integer.parseInt(parts[3])).getBytes(StandardCharsets.UTF_8);
        pause();
        long process = Long.parseLong(exchange.getRequestHeaders().getFirst("X-Process"));
        visits.add(new Visit(page, process, asked, CLOCK.instant()));
        try (exchange) {
            exchange.sendResponseHeaders(200, text.length);
            exchange.getResponseBody().write(text);
        }
    }

    private void pause() {
        try {
            boolean unused = new CountDownLatch(1).await(slowness.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String text(String destination, int number) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < OFFERS_PER_PAGE; i++) {
            lines.append("offer %s %s-%d-%d %d%n".formatted(destination, destination, number, i, 500 + i));
        }
        if (number + 1 < pagesPerDestination) {
            lines.append("next /list/%s/%d%n".formatted(destination, number + 1));
        }
        return lines.toString();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
