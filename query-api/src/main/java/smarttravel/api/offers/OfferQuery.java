package smarttravel.api.offers;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import smarttravel.api.http.ApiRequest;
import smarttravel.api.http.Parameter;
import smarttravel.api.http.Parameters;
import smarttravel.api.problems.InvalidRequestException;
import smarttravel.api.problems.ParameterError;
import smarttravel.events.Board;
import smarttravel.events.Kind;

/** Which offers are searched for. Narrow enough that an answer never reads the whole table by accident. */
public record OfferQuery(
        Optional<String> destination,
        Optional<String> origin,
        Optional<Kind> kind,
        Optional<LocalDate> departureFrom,
        Optional<LocalDate> departureTo,
        Optional<Integer> nightsMin,
        Optional<Integer> nightsMax,
        Optional<Board> board,
        Optional<String> provider,
        Optional<BigDecimal> maxPrice,
        Optional<String> currency,
        Optional<Integer> occupancy,
        Optional<Instant> observedSince,
        OfferSort sort) {
    static final Parameter<String> DESTINATION =
            Parameters.place("destination", "IATA code. A search names destination, provider, or kind and both dates");
    static final Parameter<String> ORIGIN = Parameters.place("origin", "IATA code");
    static final Parameter<Kind> KIND = Parameters.choice("kind", Kind.class, "what is sold");
    static final Parameter<LocalDate> DEPARTURE_FROM = Parameters.date("departureFrom", "first departure");
    static final Parameter<LocalDate> DEPARTURE_TO = Parameters.date("departureTo", "last departure");
    static final Parameter<Integer> NIGHTS_MIN = Parameters.whole("nightsMin", 1, 365, "fewest nights");
    static final Parameter<Integer> NIGHTS_MAX = Parameters.whole("nightsMax", 1, 365, "most nights");
    static final Parameter<Board> BOARD = Parameters.choice("board", Board.class, "meals included");
    static final Parameter<String> PROVIDER = Parameters.pattern(
            "provider",
            "[a-z0-9][a-z0-9._-]{0,63}",
            "a provider's name: lower-case letters, digits, '.', '_' or '-', at most 64",
            "who sells");
    static final Parameter<BigDecimal> MAX_PRICE =
            Parameters.decimal("maxPrice", new BigDecimal("100000000000"), "highest price as quoted; needs currency");
    static final Parameter<String> CURRENCY =
            Parameters.pattern("currency", "[A-Z]{3}", "an ISO 4217 code", "only offers quoted in this currency");
    static final Parameter<Integer> OCCUPANCY =
            Parameters.whole("occupancy", 1, 99, "only offers whose price is for that many people");
    static final Parameter<Instant> OBSERVED_SINCE =
            Parameters.instant("observedSince", "only offers that were seen then or later");
    static final Parameter<OfferSort> SORT = Parameters.choice(
                    "sort",
                    OfferSort.class,
                    "order; with currency a price is the quoted amount, without it the price per person in USD")
            .orElse(OfferSort.DEPARTURE);

    static OfferQuery of(ApiRequest request) {
        OfferQuery query = new OfferQuery(
                request.find(DESTINATION),
                request.find(ORIGIN),
                request.find(KIND),
                request.find(DEPARTURE_FROM),
                request.find(DEPARTURE_TO),
                request.find(NIGHTS_MIN),
                request.find(NIGHTS_MAX),
                request.find(BOARD),
                request.find(PROVIDER),
                request.find(MAX_PRICE),
                request.find(CURRENCY),
                request.find(OCCUPANCY),
                request.find(OBSERVED_SINCE),
                request.value(SORT));
        List<ParameterError> errors = query.contradictions();
        if (!errors.isEmpty()) {
            throw new InvalidRequestException(errors);
        }
        return query;
    }

    private List<ParameterError> contradictions() {
        List<ParameterError> errors = new ArrayList<>();
        boolean dated = departureFrom.isPresent() && departureTo.isPresent();
        if (destination.isEmpty() && provider.isEmpty() && !(kind.isPresent() && dated)) {
            errors.add(new ParameterError(
                    "destination", "is needed, unless provider, or kind with departureFrom and departureTo, is given"));
        }
        if (dated && departureFrom.orElseThrow().isAfter(departureTo.orElseThrow())) {
            errors.add(new ParameterError("departureTo", "lies before departureFrom"));
        }
        if (nightsMin.isPresent() && nightsMax.isPresent() && nightsMin.get() > nightsMax.get()) {
            errors.add(new ParameterError("nightsMax", "is below nightsMin"));
        }
        if (maxPrice.isPresent() && currency.isEmpty()) {
            errors.add(new ParameterError("currency", "is needed with maxPrice"));
        }
        return errors;
    }
}
