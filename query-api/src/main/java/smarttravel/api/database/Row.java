package smarttravel.api.database;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A row of a result. Times are read as epoch milliseconds and dates as text: no time zone of driver or process matters. */
public final class Row {
    private final ResultSet rows;

    Row(ResultSet rows) {
        this.rows = rows;
    }

    public String text(String column) throws SQLException {
        return present(column, rows.getString(column));
    }

    public Optional<String> findText(String column) throws SQLException {
        return Optional.ofNullable(rows.getString(column));
    }

    public long whole(String column) throws SQLException {
        return rows.getLong(column);
    }

    public int small(String column) throws SQLException {
        return Math.toIntExact(whole(column));
    }

    public @Nullable Integer smallOrAbsent(String column) throws SQLException {
        long value = rows.getLong(column);
        return rows.wasNull() ? null : Integer.valueOf(Math.toIntExact(value));
    }

    public double number(String column) throws SQLException {
        return rows.getDouble(column);
    }

    public @Nullable Double numberOrAbsent(String column) throws SQLException {
        double value = rows.getDouble(column);
        return rows.wasNull() ? null : Double.valueOf(value);
    }

    public boolean flag(String column) throws SQLException {
        return rows.getBoolean(column);
    }

    public @Nullable Boolean flagOrAbsent(String column) throws SQLException {
        boolean value = rows.getBoolean(column);
        return rows.wasNull() ? null : Boolean.valueOf(value);
    }

    public BigDecimal decimal(String column) throws SQLException {
        return present(column, rows.getBigDecimal(column));
    }

    public Optional<BigDecimal> findDecimal(String column) throws SQLException {
        return Optional.ofNullable(rows.getBigDecimal(column));
    }

    /** A column of epoch milliseconds. */
    public Instant instant(String column) throws SQLException {
        return Instant.ofEpochMilli(rows.getLong(column));
    }

    /** A nullable column of epoch milliseconds. */
    public Optional<Instant> findInstant(String column) throws SQLException {
        long millis = rows.getLong(column);
        return rows.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }

    /** A column of text such as 2027-01-15. */
    public LocalDate date(String column) throws SQLException {
        return LocalDate.parse(text(column));
    }

    /** A text column read as something else, {@code null} when absent. */
    public <T> @Nullable T readOrAbsent(String column, Function<String, T> reader) throws SQLException {
        String value = rows.getString(column);
        return value == null ? null : reader.apply(value);
    }

    private static <T> T present(String column, @Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("column " + column + " is NULL");
        }
        return value;
    }
}
