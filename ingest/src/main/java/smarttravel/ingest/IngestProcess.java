package smarttravel.ingest;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import smarttravel.ingest.crawling.CrawledProviders;
import smarttravel.ingest.crawling.ledger.PostgresPool;
import smarttravel.ingest.health.KafkaProviderEvents;
import smarttravel.ingest.health.PostgresProviderHealth;
import smarttravel.ingest.providers.OfferedStrategy;
import smarttravel.ingest.providers.Providers;
import smarttravel.ingest.providers.Trouble;
import smarttravel.ingest.providers.plugins.PluginJars;

/** Crawling as it runs for real: the providers of a folder, their plug-ins, polite fetching, and every page judged. */
public final class IngestProcess implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(IngestProcess.class);
    private static final int JUDGING_CONNECTIONS = 4;

    private final Closing closing;
    private final Providers providers;
    private final List<Trouble> troubles;

    private IngestProcess(Closing closing, Providers providers, List<Trouble> troubles) {
        this.closing = closing;
        this.providers = providers;
        this.troubles = troubles;
    }

    /** Starts; what is wrong with a provider's file or a plug-in is logged and costs the others nothing. */
    public static IngestProcess start(IngestConfig config, Clock clock, MeterRegistry meters) throws IOException {
        Closing closing = new Closing();
        try {
            List<Trouble> troubles = new ArrayList<>();
            Providers providers = Providers.read(config.providers(), plugins(config, closing, troubles));
            troubles.addAll(providers.troubles());
            troubles.forEach(trouble -> LOG.warn("{}", trouble));
            PostgresPoliteFetching fetcher = closing.add(PostgresPoliteFetching.open(config, clock, meters));
            KafkaProviderEvents events = closing.add(KafkaProviderEvents.connect(config.kafka()));
            PostgresPool pool = closing.add(PostgresPool.open(config.postgres(), JUDGING_CONNECTIONS));
            PostgresProviderHealth health = new PostgresProviderHealth(pool.dataSource(), events, meters);
            closing.add(Ingest.start(config, CrawledProviders.of(() -> providers), fetcher, health, clock, meters));
            return new IngestProcess(closing, providers, List.copyOf(troubles));
        } catch (IOException | RuntimeException e) {
            closing.close();
            throw e;
        }
    }

    private static List<OfferedStrategy> plugins(IngestConfig config, Closing closing, List<Trouble> troubles)
            throws IOException {
        if (config.plugins().isEmpty()) {
            return List.of();
        }
        PluginJars jars = closing.add(PluginJars.load(config.plugins().get(), PluginJars.TIME_LIMIT));
        troubles.addAll(jars.troubles());
        return jars.strategies();
    }

    /** Who is crawled. */
    public Providers providers() {
        return providers;
    }

    /** The files and plug-ins that cannot be used, and why. */
    public List<Trouble> troubles() {
        return troubles;
    }

    /** Finishes the pages in hand and stops. */
    @Override
    public void close() {
        closing.close();
    }
}
