package smarttravel.jobs.clickhouse;

import java.io.Serializable;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** How an object becomes a row: binds every placeholder of its table's INSERT. */
@FunctionalInterface
public interface RowBinding<T> extends Serializable {
    /** Binds one row; does not execute anything. */
    void bind(PreparedStatement insert, T row) throws SQLException;
}
