package smarttravel.jobs.clickhouse;

import java.lang.reflect.Proxy;
import java.sql.PreparedStatement;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A statement that only remembers what was bound to it, column by column. */
final class RecordedRow {
    private final SortedMap<Integer, Optional<Object>> bound = new TreeMap<>();

    /** The statement to bind to. */
    PreparedStatement statement() {
        return (PreparedStatement) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {PreparedStatement.class}, (proxy, method, arguments) -> {
                    switch (method.getName()) {
                        case "setNull" -> bind((Integer) arguments[0], Optional.empty());
                        case "setObject", "setLong" -> bind((Integer) arguments[0], Optional.of(arguments[1]));
                        default -> throw new UnsupportedOperationException(method.getName());
                    }
                    return null;
                });
    }

    private void bind(int column, Optional<Object> value) {
        if (bound.put(column, value) != null) {
            throw new IllegalStateException("column " + column + " is bound twice");
        }
    }

    /** What was bound, by column from 1. */
    Map<Integer, Optional<Object>> bound() {
        return bound;
    }
}
