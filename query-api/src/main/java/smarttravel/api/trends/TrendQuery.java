package smarttravel.api.trends;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import smarttravel.api.http.ApiRequest;
import smarttravel.api.http.Parameter;
import smarttravel.api.http.Parameters;
import smarttravel.api.markets.MarketSelection;
import smarttravel.api.problems.InvalidRequestException;
import smarttravel.api.problems.ParameterError;

/** One market by its name, or all markets of a kind and destination. */
public record TrendQuery(Optional<String> market, MarketSelection selection) {
    static final Parameter<String> MARKET =
            Parameters.text("market", "a market's name, such as FLIGHT/AKL/JFK; or give kind and destination");

    /** One market. */
    static TrendQuery of(String market) {
        return new TrendQuery(
                Optional.of(market), new MarketSelection(Optional.empty(), Optional.empty(), Optional.empty()));
    }

    static TrendQuery of(ApiRequest request) {
        TrendQuery query = new TrendQuery(
                request.find(MARKET),
                new MarketSelection(
                        request.find(MarketSelection.KIND),
                        request.find(MarketSelection.ORIGIN),
                        request.find(MarketSelection.DESTINATION)));
        List<ParameterError> errors = query.contradictions();
        if (!errors.isEmpty()) {
            throw new InvalidRequestException(errors);
        }
        return query;
    }

    private List<ParameterError> contradictions() {
        List<ParameterError> errors = new ArrayList<>();
        boolean parts = selection.kind().isPresent()
                || selection.origin().isPresent()
                || selection.destination().isPresent();
        if (market.isPresent() && parts) {
            errors.add(new ParameterError("market", "does not go together with kind, origin and destination"));
        }
        if (market.isEmpty() && !parts) {
            errors.add(new ParameterError("market", "is needed, unless kind and destination are given"));
        }
        if (market.isEmpty() && parts) {
            if (selection.kind().isEmpty()) {
                errors.add(new ParameterError("kind", "is needed with origin or destination"));
            }
            if (selection.destination().isEmpty()) {
                errors.add(new ParameterError("destination", "is needed with kind or origin"));
            }
        }
        return errors;
    }
}
