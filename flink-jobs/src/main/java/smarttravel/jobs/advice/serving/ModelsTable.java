package smarttravel.jobs.advice.serving;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import smarttravel.jobs.clickhouse.RowBinder;

/** The rows of {@code travel.advice_models}: every column, in the table's order. */
public final class ModelsTable {
    /** One row. */
    public static final String INSERT = """
            INSERT INTO travel.advice_models
            (model, published_at, name, learnt_from, learnt_to, steps, features, columns, promises, margin, floor,
            backtest, bytes, sha256, last_wins)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private ModelsTable() {}

    /** Binds a published model to {@link #INSERT}. */
    public static void bind(PreparedStatement insert, ModelEntry entry) throws SQLException {
        new RowBinder(insert)
                .text(entry.published().id())
                .instant(entry.publishedAt())
                .text(entry.name())
                .date(entry.from())
                .date(entry.to())
                .whole(entry.steps())
                .whole(entry.features())
                .text(String.join(",", entry.columns()))
                .whole(entry.promises())
                .number(entry.margin())
                .number(entry.floor())
                .text(entry.backtest())
                .whole(entry.published().file().length)
                .text(entry.sha256())
                .whole(entry.published().offset());
    }
}
