package smarttravel.stack.crawling;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import smarttravel.ingest.Ingest;
import smarttravel.ingest.IngestConfig;
import smarttravel.ingest.crawling.AlwaysPublish;
import smarttravel.ingest.crawling.CrawledProviders;
import smarttravel.ingest.crawling.ledger.PostgresLogin;

/** An ingest process that crawls one {@link PlainSite} until it is killed. */
final class PlainIngestMain {
    private PlainIngestMain() {}

    /** Kafka, PostgreSQL's address, user and password, the site. */
    public static void main(String[] arguments) throws InterruptedException {
        Clock clock = Clock.systemUTC();
        PlainProvider plain = new PlainProvider(URI.create(arguments[4]), clock);
        IngestConfig config = new IngestConfig(
                arguments[0],
                new PostgresLogin(arguments[1], arguments[2], arguments[3]),
                Path.of("."),
                Optional.empty(),
                4,
                "crawler@example.com");
        Ingest ingest = Ingest.start(
                config,
                CrawledProviders.of(plain.provider()),
                plain,
                new AlwaysPublish(),
                clock,
                new SimpleMeterRegistry());
        Runtime.getRuntime().addShutdownHook(new Thread(ingest::close, "stop"));
        new CountDownLatch(1).await();
    }
}
