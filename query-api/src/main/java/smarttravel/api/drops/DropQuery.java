package smarttravel.api.drops;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import smarttravel.api.http.ApiRequest;
import smarttravel.api.http.Parameter;
import smarttravel.api.http.Parameters;

/** Which drops are wanted. */
public record DropQuery(
        Optional<String> destination,
        Optional<String> market,
        Optional<String> provider,
        Optional<Instant> since,
        Optional<BigDecimal> minPercent,
        Optional<Boolean> newLow,
        Optional<Boolean> flapping) {
    static final Parameter<String> DESTINATION = Parameters.place("destination", "IATA code");
    static final Parameter<String> MARKET = Parameters.text("market", "a market's name, such as FLIGHT/AKL/JFK");
    static final Parameter<String> PROVIDER = Parameters.pattern(
            "provider", "[a-z0-9][a-z0-9._-]{0,63}", "a provider's name: lower-case letters, digits", "who sells");
    static final Parameter<Instant> SINCE = Parameters.instant("since", "drops observed at or after this moment");
    static final Parameter<BigDecimal> MIN_PERCENT =
            Parameters.decimal("minPercent", new BigDecimal("100"), "at least this far below the baseline");
    static final Parameter<Boolean> NEW_LOW =
            Parameters.flag("newLow", "true: only new lows; false: only drops that are none");
    static final Parameter<Boolean> FLAPPING = Parameters.flag(
            "flapping", "false: only drops that deserve an alarm; true: only those of offers that alternate");

    static DropQuery of(ApiRequest request) {
        return new DropQuery(
                request.find(DESTINATION),
                request.find(MARKET),
                request.find(PROVIDER),
                request.find(SINCE),
                request.find(MIN_PERCENT),
                request.find(NEW_LOW),
                request.find(FLAPPING));
    }
}
