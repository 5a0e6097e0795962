package smarttravel.jobs.advice.market;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import smarttravel.events.Availability;
import smarttravel.events.Kind;
import smarttravel.events.PriceObservation;

/** Real fares lying beside the project where there is a copy; tests without one are skipped. */
public final class RealFlights {
    private static final Path FARES =
            Path.of("..", "..", "shared", "data", "google-flights-2026", "observations.csv.gz");

    private RealFlights() {}

    /** The fares of some routes, such as {@code JFK-LHR}. */
    public static List<PriceObservation> of(Set<String> routes) throws IOException {
        assumeTrue(Files.isReadable(FARES), () -> FARES + " is not there: nothing is checked on real fares");
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(FARES)), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .map(line -> List.of(line.split(",", 7)))
                    .filter(cells -> routes.contains(cells.get(1) + "-" + cells.get(2)))
                    .map(RealFlights::fare)
                    .toList();
        }
    }

    private static PriceObservation fare(List<String> cells) {
        return new PriceObservation(
                "google-flights",
                cells.get(1) + "-" + cells.get(2) + "-" + cells.get(3),
                Kind.FLIGHT,
                cells.get(5).equals("Unknown") ? null : cells.get(5),
                cells.get(1),
                cells.get(2),
                null,
                null,
                null,
                null,
                null,
                null,
                LocalDate.parse(cells.get(3)),
                null,
                null,
                new BigDecimal(cells.get(4)),
                "USD",
                null,
                null,
                null,
                Availability.AVAILABLE,
                null,
                null,
                null,
                null,
                Instant.parse(cells.get(0) + "T00:00:00Z"),
                null);
    }
}
