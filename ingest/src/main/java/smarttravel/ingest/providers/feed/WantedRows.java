package smarttravel.ingest.providers.feed;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import smarttravel.events.ObservationDraft;
import smarttravel.events.ObservationField;
import smarttravel.ingest.providers.PageRequest;
import smarttravel.ingest.providers.SearchCriteria;

/** Which rows are looked for: criteria on their way through a request's context. What a row does not say excludes nothing. */
final class WantedRows {
    private static final String KIND = "wanted.kind";
    private static final String ORIGIN = "wanted.origin";
    private static final String DESTINATION = "wanted.destination";
    private static final String FROM = "wanted.departureFrom";
    private static final String TO = "wanted.departureTo";
    private static final String NIGHTS_MIN = "wanted.nightsMin";
    private static final String NIGHTS_MAX = "wanted.nightsMax";
    private static final String OCCUPANCY = "wanted.occupancy";

    private final Map<String, String> wanted;

    private WantedRows(Map<String, String> wanted) {
        this.wanted = wanted;
    }

    static Map<String, String> context(SearchCriteria criteria) {
        Map<String, String> context = new HashMap<>();
        put(context, KIND, criteria.kind());
        put(context, ORIGIN, criteria.origin());
        put(context, DESTINATION, criteria.destination());
        put(context, FROM, criteria.departureFrom());
        put(context, TO, criteria.departureTo());
        put(context, NIGHTS_MIN, boxed(criteria.nightsMin()));
        put(context, NIGHTS_MAX, boxed(criteria.nightsMax()));
        put(context, OCCUPANCY, boxed(criteria.occupancy()));
        return context;
    }

    private static void put(Map<String, String> context, String key, Optional<?> value) {
        value.ifPresent(present -> context.put(key, present.toString()));
    }

    private static Optional<Integer> boxed(OptionalInt number) {
        return number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty();
    }

    static WantedRows of(PageRequest request) {
        return new WantedRows(request.context());
    }

    boolean mayInclude(ObservationDraft row) {
        return isSame(row, ObservationField.KIND, KIND)
                && isSame(row, ObservationField.ORIGIN, ORIGIN)
                && isSame(row, ObservationField.DESTINATION, DESTINATION)
                && isSame(row, ObservationField.OCCUPANCY, OCCUPANCY)
                && isWithin(row, ObservationField.DEPARTURE, LocalDate::parse, FROM, TO)
                && isWithin(row, ObservationField.NIGHTS, Integer::valueOf, NIGHTS_MIN, NIGHTS_MAX);
    }

    private boolean isSame(ObservationDraft row, ObservationField field, String key) {
        String limit = wanted.get(key);
        String text = row.text(field);
        return limit == null || text == null || limit.equals(text);
    }

    private <T extends Comparable<? super T>> boolean isWithin(
            ObservationDraft row, ObservationField field, Function<String, T> read, String least, String most) {
        String text = row.text(field);
        String from = wanted.get(least);
        String to = wanted.get(most);
        if (text == null) {
            return true;
        }
        try {
            T value = read.apply(text);
            return (from == null || value.compareTo(read.apply(from)) >= 0)
                    && (to == null || value.compareTo(read.apply(to)) <= 0);
        } catch (DateTimeException | NumberFormatException e) {
            return true;
        }
    }
}
