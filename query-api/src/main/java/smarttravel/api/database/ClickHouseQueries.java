package smarttravel.api.database;

import com.clickhouse.client.api.ClientException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import smarttravel.api.problems.UnavailableException;

/**
 * Runs queries on ClickHouse. Every value that comes from outside is bound as text and converted in the SQL ({@code
 * toDate(?)}, {@code toInt32(?)}), so that nothing that was sent is ever part of a statement.
 */
public final class ClickHouseQueries {
    /** Time limit exceeded, too many simultaneous queries, timeout, network error, memory limit exceeded. */
    private static final Set<Integer> OVERLOAD = Set.of(159, 202, 209, 210, 241);

    private final DataSource pool;

    /** The pool's size bounds how many queries run at once. */
    public ClickHouseQueries(DataSource pool) {
        this.pool = pool;
    }

    /**
     * All rows of a query.
     *
     * @throws UnavailableException when ClickHouse cannot be reached, has no connection free or gives up under load
     */
    public <T> List<T> list(String sql, List<String> arguments, RowReader<T> reader) {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setEscapeProcessing(false);
            for (int i = 0; i < arguments.size(); i++) {
                statement.setString(i + 1, arguments.get(i));
            }
            try (ResultSet rows = statement.executeQuery()) {
                List<T> read = new ArrayList<>();
                while (rows.next()) {
                    read.add(reader.read(new Row(rows)));
                }
                return read;
            }
        } catch (SQLException e) {
            throw translate(e);
        }
    }

    private static RuntimeException translate(SQLException failure) {
        boolean unreachable = failure instanceof SQLTransientException || failure.getErrorCode() <= 0;
        if (unreachable || OVERLOAD.contains(failure.getErrorCode()) || failure.getCause() instanceof ClientException) {
            return new UnavailableException("The price store", failure);
        }
        return new IllegalStateException("a query failed", failure);
    }

    /** Makes a value of a row. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(Row row) throws SQLException;
    }
}
