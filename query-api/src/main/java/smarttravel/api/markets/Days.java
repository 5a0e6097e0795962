package smarttravel.api.markets;

import java.time.LocalDate;
import java.util.Optional;
import smarttravel.api.http.ApiRequest;
import smarttravel.api.http.Parameter;
import smarttravel.api.http.Parameters;
import smarttravel.api.problems.InvalidRequestException;

/** A range of days, both ends included, open where an end is absent. */
public record Days(Optional<LocalDate> from, Optional<LocalDate> to) {
    public static final Parameter<LocalDate> FROM = Parameters.date("from", "first day, UTC");
    public static final Parameter<LocalDate> TO = Parameters.date("to", "last day, UTC");

    /** What a request asks for. */
    public static Days of(ApiRequest request) {
        return of(request, FROM, TO);
    }

    /** What a request asks for by parameters of its own, named as these are. */
    public static Days of(ApiRequest request, Parameter<LocalDate> from, Parameter<LocalDate> to) {
        Days days = new Days(request.find(from), request.find(to));
        if (days.from.isPresent() && days.to.isPresent() && days.from.get().isAfter(days.to.get())) {
            throw new InvalidRequestException("to", "lies before from");
        }
        return days;
    }
}
