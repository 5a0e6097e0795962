package smarttravel.ingest;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import smarttravel.ingest.crawling.AlwaysPublish;
import smarttravel.ingest.crawling.CrawledProviders;
import smarttravel.ingest.providers.OfferedStrategy;
import smarttravel.ingest.providers.Providers;
import smarttravel.ingest.providers.plugins.PluginJars;

/** An ingest process of its own: any number of them share the work. */
public final class IngestMain {
    private static final Logger LOG = LoggerFactory.getLogger(IngestMain.class);
    private static final int USAGE = 2;

    private IngestMain() {}

    /** Crawls as the environment says, see {@link IngestConfig#fromEnvironment}, until it is stopped. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        IngestConfig config;
        try {
            config = IngestConfig.fromEnvironment(System.getenv());
        } catch (IllegalArgumentException e) {
            LOG.error("{}", e.getMessage());
            System.exit(USAGE);
            return;
        }
        CountDownLatch stopped = new CountDownLatch(1);
        Closing closing = new Closing();
        Providers providers = open(config, closing);
        Runtime.getRuntime().addShutdownHook(new Thread(closing::close, "stop"));
        System.out.println(
                "Ingest is ready: " + providers.all().size() + " providers, " + config.workers() + " workers");
        stopped.await();
    }

    private static Providers open(IngestConfig config, Closing closing) throws IOException {
        Clock clock = Clock.systemUTC();
        MeterRegistry meters = new SimpleMeterRegistry();
        Providers providers = Providers.read(config.providers(), plugins(config, closing));
        providers.troubles().forEach(trouble -> LOG.warn("{}", trouble));
        PostgresPoliteFetching fetcher = closing.add(PostgresPoliteFetching.open(config, clock, meters));
        closing.add(Ingest.start(
                config, CrawledProviders.of(() -> providers), fetcher, new AlwaysPublish(), clock, meters));
        return providers;
    }

    private static List<OfferedStrategy> plugins(IngestConfig config, Closing closing) throws IOException {
        if (config.plugins().isEmpty()) {
            return List.of();
        }
        PluginJars jars = closing.add(PluginJars.load(config.plugins().get(), PluginJars.TIME_LIMIT));
        jars.troubles().forEach(trouble -> LOG.warn("{}", trouble));
        return jars.strategies();
    }
}
