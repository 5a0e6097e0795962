package smarttravel.ingest.providers;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import smarttravel.events.Kind;

/**
 * What is looked for; what is absent does not matter.
 *
 * @param origin IATA code
 * @param destination IATA code
 * @param departureFrom first day, inclusive
 * @param departureTo last day, inclusive
 */
public record SearchCriteria(
        Optional<Kind> kind,
        Optional<String> origin,
        Optional<String> destination,
        Optional<LocalDate> departureFrom,
        Optional<LocalDate> departureTo,
        OptionalInt nightsMin,
        OptionalInt nightsMax,
        OptionalInt occupancy) {

    /** Everything a provider has. */
    public static final SearchCriteria EVERYTHING = new SearchCriteria(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalInt.empty());

    /** Everything that goes to one destination. */
    public static SearchCriteria to(String destination) {
        return new SearchCriteria(
                Optional.empty(),
                Optional.empty(),
                Optional.of(destination),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty());
    }
}
