package smarttravel.api.searches;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import smarttravel.api.http.ApiRequest;
import smarttravel.api.http.Meaning;
import smarttravel.api.http.Parameter;
import smarttravel.api.http.Parameters;
import smarttravel.api.problems.InvalidRequestException;
import smarttravel.api.problems.ParameterError;
import smarttravel.events.Kind;

/** What a live search looks for; what is absent does not matter. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SearchCriteria(
        @Nullable Kind kind,
        @Nullable String origin,
        String destination,
        @Nullable LocalDate departureFrom,
        @Nullable LocalDate departureTo,
        @Nullable Integer nightsMin,
        @Nullable Integer nightsMax,
        @Meaning("people who travel") @Nullable Integer occupancy) {
    static final Parameter<Kind> KIND =
            Parameters.choice("kind", Kind.class, "what is sold").inBody();
    static final Parameter<String> ORIGIN =
            Parameters.place("origin", "IATA code").inBody();
    static final Parameter<String> DESTINATION =
            Parameters.place("destination", "IATA code").inBody().mandatory();
    static final Parameter<LocalDate> DEPARTURE_FROM =
            Parameters.date("departureFrom", "first departure").inBody();
    static final Parameter<LocalDate> DEPARTURE_TO =
            Parameters.date("departureTo", "last departure").inBody();
    static final Parameter<Integer> NIGHTS_MIN =
            Parameters.whole("nightsMin", 1, 365, "fewest nights").inBody();
    static final Parameter<Integer> NIGHTS_MAX =
            Parameters.whole("nightsMax", 1, 365, "most nights").inBody();
    static final Parameter<Integer> OCCUPANCY =
            Parameters.whole("occupancy", 1, 99, "people who travel").inBody();
    static final Parameter<UUID> ID = Parameters.uuid("id", "the search's id").inPath();

    static SearchCriteria of(ApiRequest request) {
        SearchCriteria criteria = new SearchCriteria(
                request.find(KIND).orElse(null),
                request.find(ORIGIN).orElse(null),
                request.value(DESTINATION),
                request.find(DEPARTURE_FROM).orElse(null),
                request.find(DEPARTURE_TO).orElse(null),
                request.find(NIGHTS_MIN).orElse(null),
                request.find(NIGHTS_MAX).orElse(null),
                request.find(OCCUPANCY).orElse(null));
        List<ParameterError> errors = criteria.contradictions();
        if (!errors.isEmpty()) {
            throw new InvalidRequestException(errors);
        }
        return criteria;
    }

    private List<ParameterError> contradictions() {
        List<ParameterError> errors = new ArrayList<>();
        Optional<LocalDate> from = Optional.ofNullable(departureFrom);
        if (departureTo != null && from.filter(departureTo::isBefore).isPresent()) {
            errors.add(new ParameterError("departureTo", "lies before departureFrom"));
        }
        if (nightsMin != null && nightsMax != null && nightsMin > nightsMax) {
            errors.add(new ParameterError("nightsMax", "is below nightsMin"));
        }
        return errors;
    }
}
