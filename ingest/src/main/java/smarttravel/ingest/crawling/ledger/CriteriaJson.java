package smarttravel.ingest.crawling.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import smarttravel.events.Kind;
import smarttravel.ingest.providers.SearchCriteria;

/** {@link SearchCriteria} as the JSON of {@code crawl_requests.criteria}: its components by name, absent ones left out. */
public final class CriteriaJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private CriteriaJson() {}

    /** Writes. */
    public static String write(SearchCriteria criteria) {
        ObjectNode json = JSON.createObjectNode();
        criteria.kind().ifPresent(kind -> json.put("kind", kind.name()));
        criteria.origin().ifPresent(text -> json.put("origin", text));
        criteria.destination().ifPresent(text -> json.put("destination", text));
        criteria.departureFrom().ifPresent(date -> json.put("departureFrom", date.toString()));
        criteria.departureTo().ifPresent(date -> json.put("departureTo", date.toString()));
        criteria.nightsMin().ifPresent(number -> json.put("nightsMin", number));
        criteria.nightsMax().ifPresent(number -> json.put("nightsMax", number));
        criteria.occupancy().ifPresent(number -> json.put("occupancy", number));
        return json.toString();
    }

    /**
     * Reads.
     *
     * @throws IllegalArgumentException naming what is wrong
     */
    public static SearchCriteria read(String text) {
        try {
            JsonNode json = JSON.readTree(text);
            return new SearchCriteria(
                    text(json, "kind").map(Kind::valueOf),
                    text(json, "origin"),
                    text(json, "destination"),
                    text(json, "departureFrom").map(LocalDate::parse),
                    text(json, "departureTo").map(LocalDate::parse),
                    number(json, "nightsMin"),
                    number(json, "nightsMax"),
                    number(json, "occupancy"));
        } catch (JsonProcessingException | DateTimeException e) {
            throw new IllegalArgumentException("these are no criteria: " + text, e);
        }
    }

    private static Optional<String> text(JsonNode json, String name) {
        return Optional.ofNullable(json.get(name)).filter(JsonNode::isTextual).map(JsonNode::textValue);
    }

    private static OptionalInt number(JsonNode json, String name) {
        JsonNode number = json.get(name);
        return number != null && number.canConvertToInt() ? OptionalInt.of(number.intValue()) : OptionalInt.empty();
    }
}
