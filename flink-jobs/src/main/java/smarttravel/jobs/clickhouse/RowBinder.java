package smarttravel.jobs.clickhouse;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Binds the columns of one row in order; {@code null} binds NULL. */
public final class RowBinder {
    private final PreparedStatement insert;
    private int column;

    public RowBinder(PreparedStatement insert) {
        this.insert = insert;
    }

    public RowBinder text(@Nullable Object value) throws SQLException {
        return bind(value == null ? null : value.toString());
    }

    public RowBinder instant(@Nullable Instant value) throws SQLException {
        return bind(value);
    }

    public RowBinder date(LocalDate value) throws SQLException {
        return bind(value);
    }

    public RowBinder decimal(@Nullable BigDecimal value) throws SQLException {
        return bind(value);
    }

    public RowBinder truth(@Nullable Boolean value) throws SQLException {
        return bind(value);
    }

    public RowBinder whole(@Nullable Integer value) throws SQLException {
        return bind(value);
    }

    public RowBinder whole(long value) throws SQLException {
        insert.setLong(++column, value);
        return this;
    }

    public RowBinder number(@Nullable Double value) throws SQLException {
        return bind(value == null || value.isNaN() ? null : value);
    }

    private RowBinder bind(@Nullable Object value) throws SQLException {
        column++;
        if (value == null) {
            insert.setNull(column, Types.NULL);
        } else {
            insert.setObject(column, value);
        }
        return this;
    }
}
