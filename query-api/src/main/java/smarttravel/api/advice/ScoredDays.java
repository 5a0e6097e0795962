package smarttravel.api.advice;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import smarttravel.api.http.ApiRequest;
import smarttravel.api.http.Parameter;
import smarttravel.api.http.Parameters;
import smarttravel.api.markets.Days;
import smarttravel.api.problems.InvalidRequestException;

/** The days whose advice is judged, both ends included: so few that judging them all stays quick. */
public record ScoredDays(LocalDate from, LocalDate to) {
    private static final int USUAL = 90;
    private static final int MOST = 400;

    static final Parameter<LocalDate> FROM = Parameters.date(
            "from", "first day of the advice that is judged, UTC; without to, " + USUAL + " days from it");
    static final Parameter<LocalDate> TO = Parameters.date(
            "to",
            "last day, UTC, at most " + MOST + " days in all; without from, " + USUAL
                    + " days up to it; without both, the newest " + USUAL);

    public ScoredDays {
        if (from.isAfter(to)) {
            throw new IllegalArgumentException(from + " is after " + to);
        }
    }

    /** What a request asks for: 90 days from or up to an end that stands alone, nothing when it names none. */
    static Optional<ScoredDays> of(ApiRequest request) {
        Days days = Days.of(request, FROM, TO);
        if (days.from().isEmpty()) {
            return days.to().map(ScoredDays::upTo);
        }
        LocalDate from = days.from().get();
        ScoredDays asked = new ScoredDays(from, days.to().orElse(from.plusDays(USUAL - 1)));
        if (ChronoUnit.DAYS.between(asked.from, asked.to) >= MOST) {
            throw new InvalidRequestException("to", "ends a window of more than " + MOST + " days");
        }
        return Optional.of(asked);
    }

    /** The usual number of days, of which this is the last. */
    public static ScoredDays upTo(LocalDate to) {
        return new ScoredDays(to.minusDays(USUAL - 1), to);
    }
}
