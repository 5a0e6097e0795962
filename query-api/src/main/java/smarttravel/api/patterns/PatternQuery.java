package smarttravel.api.patterns;

import java.time.Instant;
import java.util.Optional;
import smarttravel.api.http.ApiRequest;
import smarttravel.api.http.Parameter;
import smarttravel.api.http.Parameters;

/** Which patterns are wanted. */
public record PatternQuery(
        Optional<PatternKind> pattern,
        Optional<String> market,
        Optional<String> destination,
        Optional<String> provider,
        Optional<Instant> since) {
    static final Parameter<PatternKind> PATTERN =
            Parameters.choice("pattern", PatternKind.class, "what the prices were seen doing");
    static final Parameter<String> MARKET = Parameters.text("market", "a market's name, such as FLIGHT/AKL/JFK");
    static final Parameter<String> DESTINATION = Parameters.place("destination", "IATA code");
    static final Parameter<String> PROVIDER = Parameters.pattern(
            "provider", "[a-z0-9][a-z0-9._-]{0,63}", "a provider's name: lower-case letters, digits", "who sells");
    static final Parameter<Instant> SINCE =
            Parameters.instant("since", "patterns that were seen at or after this moment");

    static PatternQuery of(ApiRequest request) {
        return new PatternQuery(
                request.find(PATTERN),
                request.find(MARKET),
                request.find(DESTINATION),
                request.find(PROVIDER),
                request.find(SINCE));
    }
}
