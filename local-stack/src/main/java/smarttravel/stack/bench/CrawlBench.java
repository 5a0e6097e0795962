package smarttravel.stack.bench;

import com.sun.management.OperatingSystemMXBean;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import smarttravel.ingest.fetching.FetchOutcome.Fetched;
import smarttravel.ingest.fetching.FetchSettings;
import smarttravel.ingest.fetching.PoliteFetcher;
import smarttravel.ingest.fetching.hosts.InMemoryHostGate;
import smarttravel.ingest.fetching.http.UserAgent;
import smarttravel.ingest.fetching.robots.RobotsStore;
import smarttravel.ingest.fetching.versions.PageVersions;
import smarttravel.ingest.pages.Page;
import smarttravel.ingest.providers.PageRequest;
import smarttravel.ingest.providers.PageRole;
import smarttravel.ingest.providers.Provider;
import smarttravel.ingest.providers.ProviderFile;
import smarttravel.ingest.providers.ProviderFile.Manners;
import smarttravel.ingest.providers.Providers;
import smarttravel.stack.simulation.MarketSize;
import smarttravel.stack.simulation.SimulatedMarket;
import smarttravel.stack.sites.ProviderSite;
import smarttravel.stack.sites.ProviderSites;
import smarttravel.stack.sites.SiteMood;

/**
 * Pages per second against how many are fetched at once, from a simulated site that takes its time. The site runs in the
 * same process, so processor time per page holds what the site spends on it too.
 */
public final class CrawlBench {
    private static final LocalDate TODAY = LocalDate.of(2026, 7, 7);
    private static final String PROVIDER = "sol";

    private final int pages;
    private final Duration latency;

    /**
     * A bench.
     *
     * @param pages how many are fetched at each concurrency
     * @param latency how long the site takes for each
     */
    public CrawlBench(int pages, Duration latency) {
        this.pages = pages;
        this.latency = latency;
    }

    /**
     * One concurrency.
     *
     * @param cpuMillis processor time of the whole process, the site's included
     */
    public record Run(int concurrency, int pages, long offers, double seconds, double cpuMillis) {}

    /** Measures, one concurrency after another; the first is run twice and counted once. */
    public List<Run> run(List<Integer> concurrencies) throws IOException, InterruptedException, ExecutionException {
        SimulatedMarket market = SimulatedMarket.of(7, TODAY.minusDays(59), 60, MarketSize.DEMO);
        Path folder = Files.createTempDirectory("smart-travel-bench-");
        try (ProviderSites sites = ProviderSites.start(market, () -> TODAY, Clock.systemUTC())) {
            Providers providers = Providers.read(sites.writeProviderFiles(folder), List.of());
            Provider provider = providers.named(PROVIDER).orElseThrow();
            ProviderSite site = sites.site(PROVIDER);
            site.become(SiteMood.CALM.slow(latency));
            Run warmUp = run(provider, concurrencies.get(0));
            List<Run> runs = new ArrayList<>();
            for (int concurrency : concurrencies) {
                runs.add(run(provider, concurrency));
            }
            assert warmUp.pages() > 0;
            return runs;
        }
    }

    private Run run(Provider provider, int concurrency) throws IOException, InterruptedException, ExecutionException {
        ProviderFile file = hurried(provider.file(), concurrency);
        Queue<Integer> open = new ConcurrentLinkedQueue<>();
        for (int page = 0; page < pages; page++) {
            open.add(page);
        }
        Clock clock = Clock.systemUTC();
        AtomicLong offers = new AtomicLong();
        ExecutorService threads = Executors.newFixedThreadPool(concurrency);
        long began = System.nanoTime();
        long cpu = processorNanos();
        try (PoliteFetcher fetcher = new PoliteFetcher(FetchSettings.of(
                new UserAgent("0.1.0", "https://bench.example/robot"),
                new InMemoryHostGate(clock),
                RobotsStore.inMemory(),
                PageVersions.inMemory(),
                clock,
                new SimpleMeterRegistry()))) {
            Callable<Integer> work = () -> {
                Integer page;
                while ((page = open.poll()) != null) {
                    offers.addAndGet(fetch(fetcher, provider, file, page));
                }
                return 0;
            };
            List<Callable<Integer>> workers = new ArrayList<>();
            for (int i = 0; i < concurrency; i++) {
                workers.add(work);
            }
            for (Future<Integer> done : threads.invokeAll(workers)) {
                var unused = done.get();
            }
        } finally {
            threads.shutdownNow();
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        return new Run(concurrency, pages, offers.get(), seconds, (processorNanos() - cpu) / 1e6);
    }

    private static int fetch(PoliteFetcher fetcher, Provider provider, ProviderFile file, int number)
            throws InterruptedException {
        var address = file.start().get(0).resolve("/resultados?vuelta=" + number);
        if (!(fetcher.fetch(file, "bench", address) instanceof Fetched fetched)) {
            throw new IllegalStateException(address + " was not fetched");
        }
        Page page = Page.ofBytes(
                fetched.address(), fetched.body(), fetched.contentType().orElse(null));
        return provider.strategy()
                .read(page, PageRequest.of(address, PageRole.LISTING))
                .extraction()
                .offers()
                .size();
    }

    private static ProviderFile hurried(ProviderFile file, int concurrency) {
        Manners manners = file.manners();
        return new ProviderFile(
                file.id(),
                file.name(),
                file.strategy(),
                file.hosts(),
                file.start(),
                file.kind(),
                file.currency(),
                file.locale(),
                new Manners(
                        concurrency,
                        Duration.ofMillis(1),
                        manners.deadline(),
                        manners.maxBytes(),
                        manners.privateNetwork()),
                file.schedule(),
                file.constants(),
                file.rules());
    }

    private static long processorNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }
}
