package smarttravel.stack.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.TreeMap;
import smarttravel.stack.StackConfig.Login;

/** Asks ClickHouse as a reader of the stack does, and knows what every table has in common. */
public record Tables(Login reader) {
    private static final String REPLACING = """
            SELECT name, sorting_key FROM system.tables
            WHERE database = 'travel' AND engine = 'ReplacingMergeTree' ORDER BY name""";

    /** The rows of a query, their columns joined by {@code |}; NULL is empty. */
    public List<String> lines(String query) {
        try (Connection connection = DriverManager.getConnection(reader.url(), reader.user(), reader.password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> lines = new ArrayList<>();
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                StringJoiner line = new StringJoiner("|");
                for (int column = 1; column <= columns; column++) {
                    String cell = rows.getString(column);
                    line.add(cell == null ? "" : cell);
                }
                lines.add(line.toString());
            }
            return lines;
        } catch (SQLException e) {
            throw new IllegalStateException("ClickHouse does not answer: " + query, e);
        }
    }

    /** The one number that a query gives. */
    public long number(String query) {
        return Long.parseLong(lines(query).get(0));
    }

    /** Of each table: how many rows, how many different keys, and a sum over the hash of every row. */
    public TreeMap<String, String> fingerprints() {
        TreeMap<String, String> fingerprints = new TreeMap<>();
        for (String table : lines(REPLACING)) {
            String name = table.substring(0, table.indexOf('|'));
            String key = table.substring(table.indexOf('|') + 1);
            fingerprints.put(
                    name,
                    lines("SELECT count(), uniqExact(" + key + "), sum(sipHash64(toString(tuple(*)))) FROM travel."
                                    + name)
                            .get(0));
        }
        return fingerprints;
    }

    /** The tables in which a key stands twice. */
    public List<String> tablesWithAKeyTwice() {
        return fingerprints().entrySet().stream()
                .filter(table -> {
                    String[] figures = table.getValue().split("\\|", -1);
                    return !figures[0].equals(figures[1]);
                })
                .map(table -> table.getKey() + " " + table.getValue())
                .toList();
    }
}
