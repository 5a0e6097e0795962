package smarttravel.api.quality;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import smarttravel.api.http.ApiRequest;
import smarttravel.api.http.Parameter;
import smarttravel.api.http.Parameters;

/** Which offers' quality is wanted. */
public record QualityQuery(
        Optional<String> market,
        Optional<String> destination,
        Optional<String> provider,
        Optional<LocalDate> departureFrom,
        Optional<LocalDate> departureTo,
        Optional<BigDecimal> minScore) {
    static final Parameter<String> MARKET = Parameters.text("market", "a market's name, such as FLIGHT/AKL/JFK");
    static final Parameter<String> DESTINATION = Parameters.place("destination", "IATA code");
    static final Parameter<String> PROVIDER = Parameters.pattern(
            "provider", "[a-z0-9][a-z0-9._-]{0,63}", "a provider's name: lower-case letters, digits", "who sells");
    static final Parameter<LocalDate> DEPARTURE_FROM = Parameters.date("departureFrom", "first day of departure");
    static final Parameter<LocalDate> DEPARTURE_TO = Parameters.date("departureTo", "last day of departure");
    static final Parameter<BigDecimal> MIN_SCORE =
            Parameters.decimal("minScore", new BigDecimal("100"), "only offers with at least this score");

    static QualityQuery of(ApiRequest request) {
        return new QualityQuery(
                request.find(MARKET),
                request.find(DESTINATION),
                request.find(PROVIDER),
                request.find(DEPARTURE_FROM),
                request.find(DEPARTURE_TO),
                request.find(MIN_SCORE));
    }
}
