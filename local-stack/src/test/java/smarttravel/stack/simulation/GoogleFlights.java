package smarttravel.stack.simulation;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import smarttravel.events.Availability;
import smarttravel.events.Basis;
import smarttravel.events.Kind;
import smarttravel.events.PriceObservation;

/** Real fares and what is known of them, lying beside the project where there is a copy; tests without one are skipped. */
public final class GoogleFlights {
    private static final Path SHARED = Path.of("..", "..", "shared");

    private static final String FARES = "data/google-flights-2026/observations.csv.gz";

    private GoogleFlights() {}

    /** Whether there is a copy. */
    public static boolean areThere() {
        return Files.isReadable(SHARED.resolve(FARES));
    }

    /** All of the fares, by the time they were seen. */
    public static List<PriceObservation> observations() {
        List<PriceObservation> observations = new ArrayList<>();
        List<String> lines = lines(FARES);
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = List.of(line.split(",", 6));
            if (!cells.get(4).isBlank()) {
                observations.add(fare(
                        Instant.parse(cells.get(0) + "T00:00:00Z"),
                        cells.get(1),
                        cells.get(2),
                        LocalDate.parse(cells.get(3)),
                        new BigDecimal(cells.get(4))));
            }
        }
        observations.sort(Comparator.comparing(PriceObservation::observedAt));
        return observations;
    }

    /** The lines of a file that was computed from these fares by other means. */
    static List<String> expected(String file) {
        return lines("expected/" + file);
    }

    /** The same fare as if it had been seen some seconds later. */
    public static PriceObservation seenLater(PriceObservation fare, int seconds) {
        return fare(
                fare.observedAt().plusSeconds(seconds),
                Objects.requireNonNull(fare.origin()),
                fare.destination(),
                fare.departure(),
                Objects.requireNonNull(fare.amount()));
    }

    private static PriceObservation fare(
            Instant seen, String origin, String destination, LocalDate departure, BigDecimal usd) {
        return new PriceObservation(
                "google-flights",
                origin + "|" + destination + "|" + departure,
                Kind.FLIGHT,
                null,
                origin,
                destination,
                null,
                null,
                null,
                null,
                null,
                null,
                departure,
                1,
                Basis.PER_PERSON,
                usd,
                "USD",
                null,
                null,
                null,
                Availability.AVAILABLE,
                null,
                null,
                null,
                null,
                seen,
                null);
    }

    private static List<String> lines(String file) {
        Path path = SHARED.resolve(file);
        assumeTrue(Files.isReadable(path), () -> "skipped: " + path + " is not beside the project");
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(path)), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
