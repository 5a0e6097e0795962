package smarttravel.stack.cli;

import java.io.IOException;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import smarttravel.events.HotelDecision;
import smarttravel.events.HotelDecision.Verdict;
import smarttravel.ingest.publishing.ObservationPublisher;
import smarttravel.stack.RunFile;
import smarttravel.stack.cli.ClickHouseListings.Listing;

/** {@code travel comparables}: an analyst's word on which hotels are one, which wins over their names. */
@Command(
        name = "comparables",
        description =
                "Decide whether the hotels of two offers are one: for all offers of both, at once and until undone.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(confirm | split | undo | list)")
final class ComparablesCommand implements Runnable {
    private static final Clock CLOCK = Clock.systemUTC();
    private static final String ALL = """
            SELECT place, verdict, one_provider, one_hotel, other_provider, other_hotel, decided_by, decided_at, note
            FROM travel.match_decisions FINAL
            ORDER BY place, one_provider, one_hotel, other_provider, other_hotel""";

    @Spec
    private @Nullable CommandSpec spec;

    /** What is decided on. */
    static final class Pair {
        @Mixin
        private Address address = new Address();

        @Parameters(index = "0", paramLabel = "OFFER", description = "PROVIDER/OFFER of one hotel.")
        private String one = "";

        @Parameters(index = "1", paramLabel = "OFFER", description = "PROVIDER/OFFER of the other.")
        private String other = "";

        @Option(
                names = "--by",
                paramLabel = "NAME",
                defaultValue = "${sys:user.name}",
                description = "Who decides. Default: ${DEFAULT-VALUE}")
        private String by = "";

        @Option(names = "--note", paramLabel = "TEXT", description = "Why.")
        private @Nullable String note;

        int decide(Verdict verdict) {
            RunFile stack = address.stack();
            ClickHouseListings listings = new ClickHouseListings(stack.reader());
            HotelDecision decision = decision(listings.of(one), listings.of(other), verdict);
            try (ObservationPublisher publisher = ObservationPublisher.connect(stack.kafka())) {
                publisher.publish(decision);
                publisher.flush();
            }
            System.out.println(verdict + " at " + decision.place() + ": '" + decision.oneHotel() + "' of "
                    + decision.oneProvider() + ", '" + decision.otherHotel() + "' of " + decision.otherProvider());
            return 0;
        }

        private HotelDecision decision(Listing first, Listing second, Verdict verdict) {
            if (!first.place().equals(second.place())) {
                throw new CommandFailedException("One is at " + first.place() + ", the other at " + second.place()
                        + ": hotels are only compared within one place.");
            }
            try {
                return new HotelDecision(
                        first.place(),
                        first.provider(),
                        first.hotel(),
                        second.provider(),
                        second.hotel(),
                        verdict,
                        by,
                        CLOCK.instant(),
                        note);
            } catch (IllegalArgumentException e) {
                throw new CommandFailedException(e);
            }
        }
    }

    @Override
    public void run() {
        throw new ParameterException(
                Objects.requireNonNull(spec).commandLine(), "Say what to do: confirm, split, undo or list.");
    }

    @Command(name = "confirm", description = "They are one hotel.", mixinStandardHelpOptions = true)
    int confirm(@Mixin Pair pair) {
        return pair.decide(Verdict.CONFIRMED);
    }

    @Command(name = "split", description = "They are two hotels.", mixinStandardHelpOptions = true)
    int split(@Mixin Pair pair) {
        return pair.decide(Verdict.SPLIT);
    }

    @Command(
            name = "undo",
            description = "Take back what was decided on them: their names decide again.",
            mixinStandardHelpOptions = true)
    int undo(@Mixin Pair pair) {
        return pair.decide(Verdict.WITHDRAWN);
    }

    @Command(
            name = "list",
            description = "List what was decided, what was taken back too.",
            mixinStandardHelpOptions = true)
    int list(@Mixin Address address) throws IOException {
        new ClickHouseShell(address.stack().reader()).print(ALL, ClickHouseRowFormat.table);
        return 0;
    }
}
