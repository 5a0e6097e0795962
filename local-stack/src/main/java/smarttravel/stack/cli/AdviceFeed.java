package smarttravel.stack.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import smarttravel.events.PriceObservation;
import smarttravel.ingest.feeds.Feed;
import smarttravel.ingest.feeds.FeedEnd;
import smarttravel.ingest.feeds.FeedRow;
import smarttravel.ingest.feeds.mapping.FeedMapping;
import smarttravel.ingest.feeds.rows.FeedException;
import smarttravel.ingest.yaml.YamlFileException;
import smarttravel.jobs.advice.history.PriceHistory;
import smarttravel.jobs.advice.history.PriceHistoryBuilder;

/** Which prices of the past a command about advice looks at. */
final class AdviceFeed {
    @Option(
            names = "--data",
            required = true,
            paramLabel = "FILE",
            description = "The prices: a feed as 'travel replay' reads it (CSV, JSON, JSONL; gz too).")
    private Path data = Path.of("");

    @Option(
            names = "--mapping",
            required = true,
            paramLabel = "M.yaml",
            description = "Says which column is what; see examples/mappings.")
    private Path mapping = Path.of("");

    @Option(
            names = "--currency",
            paramLabel = "CODE",
            description = "Only prices in this currency, so that sums are of one. Default: the first price's.")
    private @Nullable String currency;

    /** Reads the feed, telling how far it is and what it leaves out. */
    PriceHistory read() throws IOException {
        if (!Files.isReadable(data) || Files.isDirectory(data)) {
            throw new CommandFailedException(data + " cannot be read.");
        }
        PriceHistoryBuilder history = new PriceHistoryBuilder();
        Count count = new Count();
        try (Feed feed = Feed.open(data, FeedMapping.read(mapping), Clock.systemUTC());
                ProgressLine progress = ProgressLine.of("read", "rows")) {
            while (feed.hasNext()) {
                take(feed.next(), history, count);
                progress.at(count.rows, feed.bytesRead(), feed.bytesTotal());
            }
            if (feed.end() instanceof FeedEnd.Truncated cut) {
                Terminal.say(feed.name() + " is cut: " + cut.message());
            }
        } catch (YamlFileException | FeedException e) {
            throw new CommandFailedException(e);
        }
        tell(count);
        return history.build();
    }

    /** The prices' file, without its folder. */
    String name() {
        return String.valueOf(data.getFileName());
    }

    private void take(FeedRow row, PriceHistoryBuilder history, Count count) {
        count.rows++;
        if (!(row instanceof FeedRow.Mapped mapped)) {
            count.refused++;
        } else if (isOfCurrency(mapped.observation())) {
            history.add(mapped.observation());
            count.taken++;
        } else {
            count.otherCurrency++;
        }
    }

    private boolean isOfCurrency(PriceObservation seen) {
        if (seen.currency() == null) {
            return true;
        }
        if (currency == null) {
            currency = seen.currency();
        }
        return seen.currency().equals(currency);
    }

    private void tell(Count count) {
        if (count.refused > 0) {
            Terminal.say(count.refused + " rows were refused and are left out; 'travel replay' tells why.");
        }
        if (count.otherCurrency > 0) {
            Terminal.say(count.otherCurrency + " prices are not in " + currency
                    + " and are left out; choose another currency with --currency.");
        }
        if (count.taken == 0) {
            throw new CommandFailedException(name() + " holds no price that can be used.");
        }
    }

    private static final class Count {
        private long rows;
        private long refused;
        private long otherCurrency;
        private long taken;
    }
}
