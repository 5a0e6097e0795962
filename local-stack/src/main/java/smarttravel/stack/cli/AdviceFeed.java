package smarttravel.stack.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
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
import smarttravel.stack.simulation.SimulatedMarket;

/** Which prices of the past a command about advice looks at. */
final class AdviceFeed {
    /** Fixed, so that a seed gives the same prices on every day. */
    private static final LocalDate SIMULATED_UNTIL = LocalDate.of(2026, 6, 30);

    @ArgGroup(multiplicity = "1")
    private Source source = new Source();

    @Option(
            names = "--currency",
            paramLabel = "CODE",
            description = "Only prices in this currency, so that sums are of one. Default: the first price's.")
    private @Nullable String currency;

    /** Where prices come from: a file, or the simulation. */
    static final class Source {
        @ArgGroup(exclusive = false)
        private @Nullable PricesFile file;

        @Option(
                names = "--simulated",
                paramLabel = "SEED",
                description = "The prices of the simulated market of 'travel demo', eighteen months made with a seed.")
        private @Nullable Long seed;
    }

    /** A feed and how to read it. */
    static final class PricesFile {
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
    }

    /** Reads the prices, telling how far it is and what it leaves out. */
    PriceHistory read() throws IOException {
        PriceHistoryBuilder history = new PriceHistoryBuilder();
        Count count = new Count();
        if (source.file != null) {
            read(source.file, history, count);
        } else {
            SimulatedMarket.demo(Objects.requireNonNull(source.seed), SIMULATED_UNTIL)
                    .observations()
                    .forEach(seen -> take(seen, history, count));
        }
        tell(count);
        return history.build();
    }

    private void read(PricesFile file, PriceHistoryBuilder history, Count count) throws IOException {
        if (!Files.isReadable(file.data) || Files.isDirectory(file.data)) {
            throw new CommandFailedException(file.data + " cannot be read.");
        }
        try (Feed feed = Feed.open(file.data, FeedMapping.read(file.mapping), Clock.systemUTC());
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
    }

    /** The prices' file, without its folder, or the simulation's name. */
    String name() {
        return source.file == null ? "simulated market " + source.seed : String.valueOf(source.file.data.getFileName());
    }

    private void take(FeedRow row, PriceHistoryBuilder history, Count count) {
        count.rows++;
        if (row instanceof FeedRow.Mapped mapped) {
            take(mapped.observation(), history, count);
        } else {
            count.refused++;
        }
    }

    private void take(PriceObservation seen, PriceHistoryBuilder history, Count count) {
        if (isOfCurrency(seen)) {
            history.add(seen);
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
