package smarttravel.stack.cli;

import java.time.Clock;
import java.util.concurrent.Callable;
import org.postgresql.ds.PGSimpleDataSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import smarttravel.ingest.health.HeldObservations;
import smarttravel.ingest.health.KafkaProviderEvents;
import smarttravel.ingest.health.PostgresQuarantines;
import smarttravel.stack.RunFile;

/** What a person decides on a provider in quarantine. */
final class QuarantineCommands {
    private static final Clock CLOCK = Clock.systemUTC();

    private QuarantineCommands() {}

    /** {@code travel providers release}. */
    @Command(
            name = "release",
            description = "Publish what was held of a provider, take it as its new normal, and lift the quarantine.",
            mixinStandardHelpOptions = true)
    static final class Release implements Callable<Integer> {
        @Mixin
        private Address address = new Address();

        @Parameters(paramLabel = "P", description = "Id of the provider.")
        private String provider = "";

        @Override
        public Integer call() {
            long published = decide(address, held -> held.release(provider));
            System.out.println(provider + " released: " + published + " observations published");
            return 0;
        }
    }

    /** {@code travel providers discard}. */
    @Command(
            name = "discard",
            description = "Forget what was held of a provider, and lift the quarantine.",
            mixinStandardHelpOptions = true)
    static final class Discard implements Callable<Integer> {
        @Mixin
        private Address address = new Address();

        @Parameters(paramLabel = "P", description = "Id of the provider.")
        private String provider = "";

        @Override
        public Integer call() {
            long discarded = decide(address, held -> held.discard(provider));
            System.out.println(provider + " lifted: " + discarded + " observations discarded");
            return 0;
        }
    }

    /** A decision on what is held. */
    @FunctionalInterface
    private interface Decision {
        long on(HeldObservations held);
    }

    private static long decide(Address address, Decision decision) {
        RunFile running = address.stack();
        try (KafkaProviderEvents events = KafkaProviderEvents.connect(running.kafka())) {
            return decision.on(new HeldObservations(running.kafka(), quarantines(running), events, CLOCK));
        }
    }

    /** Of a running stack. */
    static PostgresQuarantines quarantines(RunFile running) {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(running.postgres().url());
        database.setUser(running.postgres().user());
        database.setPassword(running.postgres().password());
        return new PostgresQuarantines(database, CLOCK);
    }
}
