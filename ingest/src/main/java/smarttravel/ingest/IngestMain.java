package smarttravel.ingest;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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
        IngestProcess process = IngestProcess.start(config, Clock.systemUTC(), new SimpleMeterRegistry());
        Runtime.getRuntime().addShutdownHook(new Thread(process::close, "stop"));
        System.out.println("Ingest is ready: " + process.providers().all().size() + " providers, " + config.workers()
                + " workers");
        new CountDownLatch(1).await();
    }
}
