package smarttravel.stack.sites;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import smarttravel.events.PriceObservation;

/** The web site of one simulated provider, on a free port of this machine. */
public final class ProviderSite implements AutoCloseable {
    /** More than any crawler should use. */
    private static final int THREADS = 40;

    private static final int BACKLOG = 256;

    private final String id;
    private final Stock stock;
    private final HttpServer server;
    private final ExecutorService threads;
    private final AccessLog log = new AccessLog();
    private volatile SiteMood mood = SiteMood.CALM;

    private ProviderSite(String id, Stock stock, HttpServer server) {
        this.id = id;
        this.stock = stock;
        this.server = server;
        AtomicInteger started = new AtomicInteger();
        this.threads = Executors.newFixedThreadPool(THREADS, work -> {
            Thread thread = new Thread(work, "site-" + id + "-" + started.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    static ProviderSite start(SiteProfile profile, Stock stock, Clock clock) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        ProviderSite site = new ProviderSite(profile.id(), stock, server);
        SiteAnswers answers =
                new SiteAnswers(profile, () -> stock.shelf(site.mood().quirks()));
        server.createContext("/", new SiteHandler(answers, site::mood, site.log, clock));
        server.setExecutor(site.threads);
        server.start();
        return site;
    }

    /** The provider. */
    public String id() {
        return id;
    }

    /** Its address without a path. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** What it has on sale today. */
    public List<PriceObservation> offers() {
        return stock.shelf(Set.of()).offers();
    }

    /** Who came. */
    public AccessLog log() {
        return log;
    }

    /** How it behaves now. */
    public SiteMood mood() {
        return mood;
    }

    /** How it behaves from now on. */
    public void become(SiteMood next) {
        mood = next;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
