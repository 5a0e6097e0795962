package smarttravel.api.markets;

import java.util.Optional;
import smarttravel.api.http.Parameter;
import smarttravel.api.http.Parameters;
import smarttravel.events.Kind;

/** Which markets are wanted, by the parts of their names. */
public record MarketSelection(Optional<Kind> kind, Optional<String> origin, Optional<String> destination) {
    public static final Parameter<Kind> KIND = Parameters.choice("kind", Kind.class, "what is sold");
    public static final Parameter<String> ORIGIN = Parameters.pattern(
            "origin", "[A-Z]{3}|-", "an IATA code, or - for none", "IATA code; - where there is none");
    public static final Parameter<String> DESTINATION = Parameters.place("destination", "IATA code");
}
