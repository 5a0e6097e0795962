package smarttravel.stack.cli;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import smarttravel.events.PriceObservation;
import smarttravel.ingest.publishing.ObservationPublisher;
import smarttravel.stack.ResultsWait;
import smarttravel.stack.Stack;
import smarttravel.stack.simulation.SimulatedMarket;

/** {@code travel demo}: the stack with eighteen months of a simulated market in it. */
@Command(
        name = "demo",
        description =
                "Start the whole stack with 18 months of a simulated market, crawl its providers' sites, and show what is found.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    /** How many observations the simulated market is expected to have, for the progress only. */
    private static final long ABOUT = 200_000;

    @Mixin
    private StackOptions options = new StackOptions();

    @Option(names = "--once", description = "Show the first results, stop and exit.")
    private boolean once;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "7",
            description =
                    "Which market is simulated; the same seed and last day give the same prices. Default: ${DEFAULT-VALUE}")
    private long seed;

    @Option(
            names = "--last-day",
            paramLabel = "DATE",
            description = "The day that the simulated sites show; the history ends the day before. Default: today.")
    private @Nullable LocalDate lastDay;

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (RunningStack running = RunningStack.start(options)) {
            Stack stack = running.stack();
            LocalDate last = lastDay == null ? LocalDate.now(Clock.systemUTC()) : lastDay;
            SimulatedMarket market = SimulatedMarket.demo(seed, last);
            String pace = fill(stack, market);
            DemoSites sites = running.alongside(DemoSites.open(market));
            String crawled = sites.crawl(stack);
            new DemoTables(new ClickHouseShell(stack.clickHouseReader())).print();
            System.out.println();
            System.out.println(pace);
            System.out.println(crawled);
            if (!once) {
                System.out.println();
                System.out.println("url " + stack.url());
                System.out.println("docs " + stack.url() + "/docs");
                System.out.println("key " + stack.key());
                Terminal.say("Ready. Ctrl-C stops.");
                running.awaitStop();
            }
        }
        return 0;
    }

    /** Publishes what was seen before the last day: the sites show that one. */
    private String fill(Stack stack, SimulatedMarket market) throws InterruptedException {
        Terminal.say("Replaying a simulated market, seed " + seed + ", " + market.firstDay() + " to "
                + market.lastDay().minusDays(1));
        Instant started = Instant.now();
        long published = publish(market, stack.kafka());
        try (ProgressLine progress = ProgressLine.of("tables", "observations")) {
            ResultsWait.await(stack.kafka(), (inTables, onTopic) -> progress.at(inTables, inTables, onTopic));
        }
        double seconds = Duration.between(started, Instant.now()).toMillis() / 1_000.0;
        return String.format(
                Locale.ROOT,
                "%,d observations made, published and in the tables in %.1f s (%,.0f/s)",
                published,
                seconds,
                published / seconds);
    }

    private static long publish(SimulatedMarket market, String kafka) {
        try (ObservationPublisher publisher = ObservationPublisher.connect(kafka);
                ProgressLine progress = ProgressLine.of("replay", "observations")) {
            market.rates().forEach(publisher::publish);
            long count = 0;
            Instant today = market.lastDay().atStartOfDay(ZoneOffset.UTC).toInstant();
            Iterator<PriceObservation> observations = market.observations()
                    .takeWhile(seen -> seen.observedAt().isBefore(today))
                    .iterator();
            while (observations.hasNext()) {
                publisher.publish(observations.next());
                if (++count % 1_000 == 0) {
                    progress.at(count, Math.min(count, ABOUT), ABOUT);
                }
            }
            publisher.flush();
            progress.at(count, ABOUT, ABOUT);
            return count;
        }
    }
}
