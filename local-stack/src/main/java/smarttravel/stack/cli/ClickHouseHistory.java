package smarttravel.stack.cli;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import smarttravel.jobs.advice.features.SeenPrice;
import smarttravel.jobs.advice.history.PriceHistory;
import smarttravel.jobs.advice.history.PriceHistoryBuilder;
import smarttravel.stack.StackConfig.Login;

/**
 * The prices that a stack's tables hold, as a history to learn from. The tables do not keep who sold an offer at each price
 * (the airline behind a fare), so a model that is learnt from them does not look at sellers.
 */
final class ClickHouseHistory {
    private static final String MOST_QUOTED = """
            SELECT assumeNotNull(currency)
            FROM travel.price_observations
            WHERE isNotNull(currency)
            GROUP BY currency
            ORDER BY count() DESC, currency
            LIMIT 1""";

    /** Who is sold out says no currency: it stands in the one of the last price. */
    private static final String PRICES = """
            SELECT provider || '/' || offer_id AS offer, market, toString(departure) AS departs,
                toUnixTimestamp(observed_at) AS second,
                if(availability = 'SOLD_OUT' OR isNull(amount), NULL, ifNull(unit, toFloat64(amount))) AS price,
                seats_left
            FROM (
                SELECT *, ifNull(currency, anyLast(currency) OVER (PARTITION BY provider, offer_id ORDER BY observed_at
                    ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)) AS quoted
                FROM travel.price_observations
                WHERE NOT late)
            WHERE quoted = ?
            ORDER BY provider, offer_id, observed_at""";

    private final Login reader;

    ClickHouseHistory(Login reader) {
        this.reader = reader;
    }

    /** Everything in one currency: the given one, or the one most quoted. */
    PriceHistory read(Optional<String> currency, ProgressLine progress) {
        try (Connection connection = DriverManager.getConnection(reader.url(), reader.user(), reader.password())) {
            String chosen = currency.isPresent() ? currency.get() : mostQuoted(connection);
            try (PreparedStatement prices = connection.prepareStatement(PRICES)) {
                prices.setString(1, chosen);
                try (ResultSet rows = prices.executeQuery()) {
                    return history(rows, chosen, progress);
                }
            }
        } catch (SQLException e) {
            throw new CommandFailedException(e);
        }
    }

    private static String mostQuoted(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(MOST_QUOTED);
                ResultSet rows = query.executeQuery()) {
            if (!rows.next()) {
                throw new CommandFailedException("The tables hold no price yet.");
            }
            return rows.getString(1);
        }
    }

    private static PriceHistory history(ResultSet rows, String currency, ProgressLine progress) throws SQLException {
        PriceHistoryBuilder history = new PriceHistoryBuilder();
        long read = 0;
        while (rows.next()) {
            double price = rows.getDouble("price");
            boolean isSoldOut = rows.wasNull();
            float seats = rows.getFloat("seats_left");
            boolean saysNoSeats = rows.wasNull();
            history.add(
                    rows.getString("market"),
                    currency,
                    new SeenPrice(
                            rows.getString("offer"),
                            LocalDate.parse(rows.getString("departs")).toEpochDay(),
                            SeenPrice.UNKNOWN_SELLER,
                            isSoldOut ? Double.NaN : price,
                            saysNoSeats ? Float.NaN : seats,
                            rows.getLong("second")));
            progress.at(++read, read, read);
        }
        return history.build();
    }
}
