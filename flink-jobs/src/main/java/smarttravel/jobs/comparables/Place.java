package smarttravel.jobs.comparables;

import java.util.List;

/**
 * Where hotels may be the same: never across two places. Knows what the place is called, because sellers put that into
 * hotels' names or leave it out.
 *
 * @param code IATA code of city or airport
 * @param names phrases of plain words, longest first
 */
public record Place(String code, List<List<String>> names) {
    /** A place with the names that are known of it. */
    public static Place of(String code) {
        return named(code, Vocabulary.namesOf(code));
    }

    /** A place with names from elsewhere, such as {@code Punta Cana}. */
    public static Place named(String code, List<String> names) {
        return new Place(code, Vocabulary.phrases(names));
    }
}
