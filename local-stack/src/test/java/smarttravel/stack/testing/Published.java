package smarttravel.stack.testing;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import smarttravel.events.FxRate;
import smarttravel.events.PriceObservation;
import smarttravel.ingest.feeds.Feed;
import smarttravel.ingest.feeds.Pace;
import smarttravel.ingest.feeds.Replay;
import smarttravel.ingest.feeds.ReplayReport;
import smarttravel.ingest.feeds.mapping.FeedMapping;
import smarttravel.ingest.publishing.ObservationPublisher;
import smarttravel.stack.ResultsWait;

/** Puts observations on the topic and waits until the tables hold what they amount to. */
public final class Published {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private Published() {}

    /** Publishes a feed, as fast as it goes. */
    public static ReplayReport feed(Path file, Path mapping, String kafka) throws IOException, InterruptedException {
        Clock clock = Clock.systemUTC();
        try (Feed feed = Feed.open(file, FeedMapping.read(mapping), clock);
                ObservationPublisher publisher = ObservationPublisher.connect(kafka)) {
            return new Replay(feed, publisher, Pace.unlimited(), at -> {}, clock).run();
        }
    }

    /** Publishes observations in the order given. */
    public static void observations(Iterable<PriceObservation> observations, String kafka) {
        try (ObservationPublisher publisher = ObservationPublisher.connect(kafka)) {
            observations.forEach(publisher::publish);
            publisher.flush();
        }
    }

    /** Publishes exchange rates in the order given. */
    public static void rates(Iterable<FxRate> rates, String kafka) {
        try (ObservationPublisher publisher = ObservationPublisher.connect(kafka)) {
            rates.forEach(publisher::publish);
            publisher.flush();
        }
    }

    /** Returns when the tables hold everything that is on the topic now. */
    public static void awaitInTables(String kafka) {
        assertTimeoutPreemptively(PATIENCE, () -> ResultsWait.await(kafka, (inTables, onTopic) -> {}));
    }
}
