package smarttravel.jobs.advice.serving;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import smarttravel.jobs.advice.learning.FittedQ;
import smarttravel.jobs.clickhouse.RowBinder;

/** The rows of {@code travel.advice}: every column, in the table's order. */
public final class AdviceTable {
    /** One row. */
    public static final String INSERT = """
            INSERT INTO travel.advice
            (provider, offer_id, asked_at, model, market, currency, departure, horizon_days, cautious, savings,
            probability, expected_saving, promised_saving, price, seats_left, earlier_prices, neighbours,
            neighbours_median, looks)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private AdviceTable() {}

    /** Binds what was said to {@link #INSERT}. */
    public static void bind(PreparedStatement insert, GivenAdvice given) throws SQLException {
        new RowBinder(insert)
                .text(given.provider())
                .text(given.offerId())
                .instant(Instant.ofEpochSecond(given.askedAt()))
                .text(given.model())
                .text(given.market())
                .text(given.currency())
                .date(LocalDate.ofEpochDay(given.departure()))
                .whole(FittedQ.HORIZON_DAYS)
                .text(given.cautious())
                .text(given.savings())
                .number(given.probability())
                .number(given.expectedSaving())
                .number(given.promised())
                .number(given.price())
                .whole(given.seatsLeft() < 0 ? null : given.seatsLeft())
                .whole(given.earlier())
                .whole(given.neighbours())
                .number(given.neighboursMedian())
                .whole(given.looks());
    }
}
