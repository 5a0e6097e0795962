package smarttravel.stack.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import smarttravel.ingest.feeds.Feed;
import smarttravel.ingest.feeds.FeedEnd;
import smarttravel.ingest.feeds.Pace;
import smarttravel.ingest.feeds.Replay;
import smarttravel.ingest.feeds.ReplayReport;
import smarttravel.ingest.feeds.mapping.FeedMapping;
import smarttravel.ingest.feeds.rows.FeedException;
import smarttravel.ingest.publishing.ObservationPublisher;
import smarttravel.ingest.publishing.PublishException;
import smarttravel.ingest.rates.RateMapping;
import smarttravel.ingest.rates.RateReplay;
import smarttravel.ingest.yaml.YamlFileException;
import smarttravel.stack.ResultsWait;

/** {@code travel replay}: publishes a feed as observations. */
@Command(
        name = "replay",
        description = "Publish a feed (CSV, JSON, JSONL; gz too) as price observations or exchange rates.",
        mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {
    @Mixin
    private Address address = new Address();

    @Parameters(paramLabel = "FILE", description = "The feed.")
    private Path file = Path.of("");

    @Option(
            names = "--mapping",
            required = true,
            paramLabel = "M.yaml",
            description = "Says which column is what; see examples/mappings.")
    private Path mapping = Path.of("");

    @Option(names = "--wait", description = "Return when the tables hold the results.")
    private boolean wait;

    @Option(names = "--rate", paramLabel = "N", description = "At most N rows a second. Default: as fast as it goes.")
    private double rate;

    @Option(names = "--kafka", paramLabel = "HOST:PORT", description = "Kafka of a stack on another machine.")
    private @Nullable String kafka;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!Files.isReadable(file)) {
            throw new CommandFailedException(file + " cannot be read.");
        }
        if (rate < 0) {
            throw new CommandFailedException("--rate must be above 0.");
        }
        String broker = kafka == null ? address.stack().kafka() : kafka;
        ReplayReport report;
        try {
            report = publish(broker);
        } catch (YamlFileException e) {
            throw new CommandFailedException(e);
        }
        tell(report);
        if (wait) {
            await(broker);
        }
        return report.end() instanceof FeedEnd.Complete ? 0 : 1;
    }

    private ReplayReport publish(String broker) throws IOException, InterruptedException {
        Clock clock = Clock.systemUTC();
        if (RateMapping.isIn(mapping)) {
            return publishRates(broker, clock);
        }
        try (Feed feed = Feed.open(file, FeedMapping.read(mapping), clock);
                ObservationPublisher publisher = ObservationPublisher.connect(broker);
                ProgressLine progress = ProgressLine.of("replay", "rows")) {
            Pace pace = rate > 0 ? Pace.perSecond(rate) : Pace.unlimited();
            return new Replay(
                            feed, publisher, pace, at -> progress.at(at.rows(), at.bytesRead(), at.bytesTotal()), clock)
                    .run();
        } catch (FeedException | PublishException e) {
            throw new CommandFailedException(e);
        }
    }

    private ReplayReport publishRates(String broker, Clock clock) throws IOException {
        try (ObservationPublisher publisher = ObservationPublisher.connect(broker);
                ProgressLine progress = ProgressLine.of("replay", "rates")) {
            return new RateReplay(
                            file,
                            RateMapping.read(mapping),
                            publisher,
                            at -> progress.at(at.rows(), at.bytesRead(), at.bytesTotal()),
                            clock)
                    .run();
        } catch (FeedException | PublishException e) {
            throw new CommandFailedException(e);
        }
    }

    private void tell(ReplayReport report) {
        report.firstRejections()
                .forEach(row -> Terminal.say(file.getFileName() + ":" + row.line() + ": "
                        + row.reason().code() + ": " + row.message()));
        if (report.rejected() > report.firstRejections().size()) {
            Terminal.say(
                    "… and " + (report.rejected() - report.firstRejections().size())
                            + " more; all of them are in travel.rejected_observations");
        }
        report.rejectedByReason().forEach((reason, count) -> Terminal.say(count + " rejected: " + reason));
        if (report.end() instanceof FeedEnd.Truncated cut) {
            Terminal.say(file.getFileName() + " is cut: " + cut.message());
        }
        System.out.println(report.accepted() + " accepted, " + report.rejected() + " rejected");
    }

    private static void await(String broker) throws InterruptedException {
        try (ProgressLine progress = ProgressLine.of("tables", "observations")) {
            ResultsWait.await(broker, (inTables, onTopic) -> progress.at(inTables, inTables, onTopic));
        }
    }
}
