package smarttravel.api.database;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The conditions of a query with the values bound to them, joined by AND. */
public final class Conditions {
    private final List<String> conditions = new ArrayList<>();
    private final List<String> arguments = new ArrayList<>();

    /** Adds a condition of this code's own words with one bound value per question mark. */
    public Conditions and(String condition, String... values) {
        conditions.add(condition);
        arguments.addAll(List.of(values));
        return this;
    }

    /** Adds a condition on a value when there is one. */
    public Conditions andIf(Optional<?> value, String condition) {
        value.ifPresent(present -> and(condition, present.toString()));
        return this;
    }

    /** What stands behind WHERE. */
    public String sql() {
        return conditions.isEmpty() ? "1" : String.join("\n  AND ", conditions);
    }

    /** The values, in the order of their question marks. */
    public List<String> arguments() {
        return List.copyOf(arguments);
    }
}
