package smarttravel.stack.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import smarttravel.sql.ClickHouseSchema;
import smarttravel.sql.SchemaMismatchException;
import smarttravel.stack.testing.SharedClickHouse;

@ExtendWith(SharedClickHouse.class)
class ClickHouseSchemaOnEngineTest {
    @BeforeEach
    void emptyDatabase() throws SQLException {
        SharedClickHouse.freshDatabase("travel");
    }

    @AfterAll
    static void leaveNoTamperedDatabase() throws SQLException {
        SharedClickHouse.freshDatabase("travel");
    }

    @Test
    void theSchemaIsAppliedOnce() throws SQLException {
        try (Connection connection = SharedClickHouse.writer()) {
            ClickHouseSchema.apply(connection);
            String applied = one(connection, "SELECT count() FROM travel.schema_changes");
            ClickHouseSchema.apply(connection);

            assertThat(one(connection, "SELECT count() FROM travel.schema_changes"))
                    .isEqualTo(applied);
            assertThat(one(connection, "SELECT count() FROM travel.price_observations"))
                    .isEqualTo("0");
        }
    }

    @Test
    void aKillBetweenTwoStatementsIsMadeGood() throws SQLException {
        try (Connection connection = SharedClickHouse.writer()) {
            ClickHouseSchema.apply(connection);
            execute(
                    connection,
                    "ALTER TABLE travel.schema_changes DELETE WHERE name LIKE '006%' SETTINGS mutations_sync = 1");
            execute(connection, "DROP VIEW travel.market_days");
            ClickHouseSchema.apply(connection);

            assertThat(one(connection, "SELECT count() FROM travel.market_days"))
                    .isEqualTo("0");
        }
    }

    @Test
    void aFileThatWasChangedIsRefused() throws SQLException {
        try (Connection connection = SharedClickHouse.writer()) {
            ClickHouseSchema.apply(connection);
            execute(
                    connection,
                    "ALTER TABLE travel.schema_changes UPDATE checksum = 'x' WHERE name LIKE '001%' "
                            + "SETTINGS mutations_sync = 1");

            assertThatThrownBy(() -> ClickHouseSchema.apply(connection)).isInstanceOf(SchemaMismatchException.class);
        }
    }

    @Test
    void newerRowsReplaceOlderOnesWhenReadFinal() throws SQLException {
        String row =
                "INSERT INTO travel.market_offer_days VALUES ('FLIGHT/EZE/CUN', '%s', 'acme', '1', %d, 'USD', 'official', '%s')";
        try (Connection connection = SharedClickHouse.writer();
                Connection finals = SharedClickHouse.writer(Map.of("clickhouse_setting_final", "1"))) {
            ClickHouseSchema.apply(connection);
            execute(connection, "SYSTEM STOP MERGES travel.market_offer_days");
            execute(connection, row.formatted("2026-07-01", 100, "2026-07-01 06:00:00"));
            execute(connection, row.formatted("2026-07-01", 200, "2026-07-01 18:00:00"));
            execute(connection, row.formatted("2026-07-08", 300, "2026-07-08 06:00:00"));

            String count = "SELECT count() FROM travel.market_offer_days";
            assertThat(one(connection, count)).isEqualTo("3");
            assertThat(one(finals, count)).isEqualTo("2");
            assertThat(one(finals, "SELECT count() FROM travel.market_days")).isEqualTo("2");
            assertThat(one(finals, "SELECT change_7d_percent FROM travel.market_days ORDER BY day DESC LIMIT 1"))
                    .isEqualTo("50.0");
        }
    }

    @Test
    void aStoredPriceGoesOnToItsMarketsDayIfItCounts() throws SQLException {
        String row = """
                INSERT INTO travel.price_observations
                (provider, offer_id, observed_at, kind, market, destination, departure, lead_days, amount, currency,
                 fx_kind, unit, availability, late, quarantined, received_at, first_wins)
                VALUES ('acme', '%s', '2026-07-01 23:59:00', 'FLIGHT', 'FLIGHT/EZE/BRC', 'BRC', '2026-09-01', 62, %s, %s,
                 %s, %s, 'AVAILABLE', %s, %s, '2026-07-02 00:00:00', 0)""";
        try (Connection connection = SharedClickHouse.writer()) {
            ClickHouseSchema.apply(connection);
            execute(connection, row.formatted("counts", "200", "'USD'", "NULL", "100", "false", "false"));
            execute(connection, row.formatted("doubted", "900", "'ARS'", "'mep'", "450", "false", "true"));
            execute(connection, row.formatted("late", "200", "'USD'", "NULL", "100", "true", "false"));
            execute(connection, row.formatted("sold out", "NULL", "NULL", "NULL", "NULL", "false", "false"));
            execute(connection, row.formatted("for how many?", "200", "'USD'", "NULL", "NULL", "false", "false"));

            assertThat(column(connection, """
                            SELECT concatWithSeparator(' ', market, day, offer_id, unit, currency, fx_kind, observed_at)
                            FROM travel.market_offer_days WHERE market = 'FLIGHT/EZE/BRC' ORDER BY offer_id"""))
                    .containsExactly(
                            "FLIGHT/EZE/BRC 2026-07-01 counts 100 USD official 2026-07-01 23:59:00.000",
                            "FLIGHT/EZE/BRC 2026-07-01 doubted 450 ARS mep 2026-07-01 23:59:00.000");
        }
    }

    @Test
    void ofADaysPricesTheNewestStaysHoweverTheyAreStored() throws SQLException {
        String rows = """
                INSERT INTO travel.price_observations
                (provider, offer_id, observed_at, kind, market, destination, departure, lead_days, amount, currency,
                 unit, availability, late, quarantined, received_at, first_wins)
                SELECT 'acme', '1', toDateTime64('2026-01-15 06:00:00', 3) + INTERVAL number * 12 HOUR, 'FLIGHT',
                    'FLIGHT/EZE/USH', 'USH', '2026-12-01', 10, number, 'USD', 100 + number, 'AVAILABLE', false, false, now(), 0
                FROM numbers(1, 200) ORDER BY number %s""";
        try (Connection connection = SharedClickHouse.writer();
                Connection finals = SharedClickHouse.writer(Map.of("clickhouse_setting_final", "1"))) {
            ClickHouseSchema.apply(connection);
            execute(connection, rows.formatted("DESC LIMIT 100"));
            execute(connection, rows.formatted("ASC"));
            execute(connection, rows.formatted("ASC"));

            // of numbers 1 to 200, two a day from the afternoon of the first day on, the even ones are mornings
            assertThat(one(finals, """
                            SELECT concatWithSeparator(' ', count(), min(day), max(day), sum(unit))
                            FROM travel.market_offer_days WHERE market = 'FLIGHT/EZE/USH'"""))
                    .isEqualTo("101 2026-01-15 2026-04-25 "
                            + (101 * 100
                                    + IntStream.range(0, 100)
                                            .map(day -> 2 * day + 1)
                                            .sum()
                                    + 200));
        }
    }

    @Test
    void aWeeksChangeIsSplitIntoOperatorsAndCurrency() throws SQLException {
        try (Connection connection = SharedClickHouse.writer()) {
            ClickHouseSchema.apply(connection);
            rate(connection, "2026-06-29", 1.0 / 1_000, 1);
            rate(connection, "2026-07-06", 1.0 / 1_050, 2);
            pesos(connection, "2026-06-30", 1_000_000);
            pesos(connection, "2026-07-07", 1_040_000);
            String split = """
                    SELECT round(change_7d_percent, 4), round(operators_7d_percent, 4), round(currency_7d_percent, 4)
                    FROM travel.market_days WHERE day = '2026-07-07'""";

            awaitRates(connection, 2);
            assertThat(row(connection, split)).containsExactly("-0.9524", "4.0", "-4.7619");

            // and a rate that comes late corrects what rests on it
            rate(connection, "2026-07-07", 1.0 / 1_300, 3);
            awaitRates(connection, 3);
            assertThat(row(connection, split)).containsExactly("-20.0", "4.0", "-23.0769");
        }
    }

    @Test
    void aRateOlderThanAWeekIsCalledStale() throws SQLException {
        String offer = """
                INSERT INTO travel.offers
                (kind, destination, departure, provider, offer_id, market, amount, currency, unit, availability, observed_at,
                 price_observed_at, first_observed_at, observations)
                VALUES ('FLIGHT', 'MIA', '2026-09-01', 'acme', '%1$s', 'm', 100, '%2$s', 100, 'AVAILABLE', '%3$s 06:00:00',
                 '%3$s 06:00:00', '%3$s 06:00:00', 1)""";
        try (Connection connection = SharedClickHouse.writer()) {
            ClickHouseSchema.apply(connection);
            rate(connection, "2026-07-01", 0.001, 1);
            execute(connection, offer.formatted("fresh", "ARS", "2026-07-08"));
            execute(connection, offer.formatted("stale", "ARS", "2026-07-09"));
            execute(connection, offer.formatted("dollars", "USD", "2026-07-09"));
            execute(connection, offer.formatted("unknown", "EUR", "2026-07-09"));
            awaitRates(connection, 1);

            assertThat(column(
                            connection,
                            "SELECT concat(offer_id, ' ', ifNull(toString(usd), '-'), ' ', "
                                    + "ifNull(toString(fx_stale), '-')) FROM travel.offers ORDER BY offer_id"))
                    .containsExactly("dollars 100 -", "fresh 0.1 false", "stale 0.1 true", "unknown - -");
        }
    }

    private static void rate(Connection connection, String date, double usd, int offset) throws SQLException {
        execute(
                connection,
                "INSERT INTO travel.fx_rates VALUES ('ARS', 'official', '%s', %s, %d)".formatted(date, usd, offset));
    }

    private static void pesos(Connection connection, String day, int unit) throws SQLException {
        execute(connection, """
                INSERT INTO travel.market_offer_days
                VALUES ('FLIGHT/EZE/MIA', '%1$s', 'acme', '1', %2$d, 'ARS', 'official', '%1$s 06:00:00')""".formatted(day, unit));
    }

    private static void awaitRates(Connection connection, int rates) {
        // the engine looks for news every few seconds
        Awaitility.await("the rates in force")
                .atMost(Duration.ofSeconds(60))
                .until(() -> one(connection, "SELECT count() FROM dictionary('travel.fx')")
                        .equals(String.valueOf(rates)));
    }

    private static List<String> row(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return List.of(rows.getString(1), rows.getString(2), rows.getString(3));
        }
    }

    private static List<String> column(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> cells = new ArrayList<>();
            while (rows.next()) {
                cells.add(rows.getString(1));
            }
            return cells;
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String one(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
