package smarttravel.stack.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import smarttravel.api.database.ClickHouseQueries;
import smarttravel.api.database.ConnectionPools;
import smarttravel.api.drops.ClickHouseDropSearch;
import smarttravel.api.drops.Drop;
import smarttravel.api.drops.DropFx;
import smarttravel.api.drops.DropQuery;
import smarttravel.api.markets.ClickHouseMarkets;
import smarttravel.api.markets.Days;
import smarttravel.api.markets.MarketDay;
import smarttravel.api.paging.PageRequest;
import smarttravel.events.FxSplit.Mover;
import smarttravel.sql.ClickHouseSchema;
import smarttravel.stack.testing.SharedClickHouse;

/** Planted changes of price and of money, as the API tells them apart from what the tables hold. */
@ExtendWith(SharedClickHouse.class)
class MoneyOnEngineTest {
    private static final PageRequest ALL = new PageRequest(50, Optional.empty());

    private static Connection connection;
    private static HikariDataSource pool;
    private static ClickHouseQueries queries;

    @BeforeAll
    static void ratesOfTwoWeeks() throws SQLException {
        SharedClickHouse.freshDatabase("travel");
        connection = SharedClickHouse.writer();
        pool = ConnectionPools.clickHouse(SharedClickHouse.database(), 2, new SimpleMeterRegistry());
        queries = new ClickHouseQueries(pool);
        ClickHouseSchema.apply(connection);
        // the official rate falls by 4.76 % within the week, the card rate rises by 5.26 %
        rate("official", "2026-06-29", 1.0 / 1_000);
        rate("official", "2026-07-06", 1.0 / 1_050);
        rate("card", "2026-06-29", 1.0 / 1_000);
        rate("card", "2026-07-06", 1.0 / 950);
        rate("blue", "2026-06-29", 1.0 / 1_000);
        execute("INSERT INTO travel.fx_rates VALUES ('EUR', 'official', '2026-06-20', 1.1, 9)");
        awaitRates(6);
    }

    @AfterAll
    static void leaveNothing() throws SQLException {
        pool.close();
        connection.close();
        SharedClickHouse.freshDatabase("travel");
    }

    @Test
    void aMarketsFourSignsAreToldApart() throws SQLException {
        plant("PACKAGE/A", "official", 1_040_000);
        plant("PACKAGE/B", "official", 900_000);
        plant("PACKAGE/C", "card", 1_040_000);
        plant("PACKAGE/D", "card", 900_000);

        assertIs(day("PACKAGE/A"), 4, -4.7619, -0.9524, Mover.CURRENCY);
        assertIs(day("PACKAGE/B"), -10, -4.7619, -14.2857, Mover.BOTH);
        assertIs(day("PACKAGE/C"), 4, 5.2632, 9.4737, Mover.BOTH);
        assertIs(day("PACKAGE/D"), -10, 5.2632, -5.2632, Mover.OPERATOR);
    }

    @Test
    void aDropCarriesItsShareAndALateRateCorrectsIt() throws SQLException {
        drop("pesos", "ARS", "official");
        drop("card", "ARS", "card");
        drop("dollars", "USD", null);
        drop("unknown", "CLP", null);

        assertThat(find("dollars").fx()).isNull();
        assertThat(fx("unknown").split()).isNull();
        assertThat(fx("unknown").missing()).isEqualTo("no-rate");
        assertIs(fx("pesos"), 31.65, Mover.BOTH);
        assertIs(fx("card"), -94.87, Mover.OPERATOR);
        assertThat(fx("pesos").stale()).isFalse();

        drop("late", "ARS", "blue");
        assertIs(fx("late"), 0, Mover.OPERATOR);
        rate("blue", "2026-07-07", 1.0 / 1_300);
        awaitRates(7);
        assertIs(fx("late"), 71.35, Mover.BOTH);
    }

    @Test
    void aShareFromAnOldRateSaysSo() throws SQLException {
        drop("euros", "EUR", null);

        assertThat(fx("euros").stale()).isTrue();
        assertThat(Objects.requireNonNull(fx("euros").split()).movedBy()).isEqualTo(Mover.OPERATOR);
    }

    private static void assertIs(MarketDay day, double operators, double currency, double change, Mover movedBy) {
        assertThat(day.operators7dPercent()).isCloseTo(operators, within(1e-4));
        assertThat(day.currency7dPercent()).isCloseTo(currency, within(1e-4));
        assertThat(day.change7dPercent()).isCloseTo(change, within(1e-4));
        assertThat(Objects.requireNonNull(day.operatorsShare7d()) + Objects.requireNonNull(day.currencyShare7d()))
                .isCloseTo(100, within(1e-9));
        assertThat(day.movedBy7d()).isEqualTo(movedBy);
    }

    private static void assertIs(DropFx fx, double currencyShare, Mover movedBy) {
        var split = Objects.requireNonNull(fx.split());
        assertThat(split.currencyShare()).isCloseTo(currencyShare, within(0.01));
        assertThat(Objects.requireNonNull(split.operatorShare()) + Objects.requireNonNull(split.currencyShare()))
                .isCloseTo(100, within(1e-9));
        assertThat(split.movedBy()).isEqualTo(movedBy);
    }

    private static MarketDay day(String market) {
        return new ClickHouseMarkets(queries)
                .days(market, new Days(Optional.empty(), Optional.empty()), ALL)
                .rows()
                .get(1);
    }

    private static DropFx fx(String offer) {
        return Objects.requireNonNull(find(offer).fx());
    }

    private static Drop find(String offer) {
        DropQuery any = new DropQuery(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return new ClickHouseDropSearch(queries)
                .search(any, ALL).rows().stream()
                        .filter(drop -> drop.offerId().equals(offer))
                        .findFirst()
                        .orElseThrow();
    }

    /** A million pesos on 30 June, and what a week later. */
    private static void plant(String market, String kind, int later) throws SQLException {
        String row =
                "INSERT INTO travel.market_offer_days VALUES ('%1$s', '%4$s', 'acme', '1', %3$d, 'ARS', '%2$s', '%4$s 06:00:00')";
        execute(row.formatted(market, kind, 1_000_000, "2026-06-30"));
        execute(row.formatted(market, kind, later, "2026-07-07"));
    }

    /** From 1,000 since 30 June to 900 on 7 July. */
    private static void drop(String offer, String currency, @Nullable String kind) throws SQLException {
        execute("""
                INSERT INTO travel.price_drops
                (destination, observed_at, provider, offer_id, drop_id, kind, market, departure, amount, currency, baseline,
                 percent, previous_amount, new_low, tracked_observations, tracked_days, lead_days, flapping, baseline_at, fx_kind)
                VALUES ('CUN', '2026-07-07 06:00:00', 'acme', '%1$s', '%1$s', 'PACKAGE', 'm', '2026-09-01', 900, '%2$s', 1000,
                 10, 1000, true, 5, 5, 60, false, '2026-06-30 06:00:00', %3$s)""".formatted(offer, currency, kind == null ? "NULL" : "'" + kind + "'"));
    }

    private static void rate(String kind, String date, double usd) throws SQLException {
        execute(String.format(
                Locale.ROOT, "INSERT INTO travel.fx_rates VALUES ('ARS', '%s', '%s', %s, 1)", kind, date, usd));
    }

    private static void awaitRates(int rates) {
        // the engine looks for news every few seconds
        Awaitility.await("the rates in force").atMost(Duration.ofSeconds(60)).until(() -> rates == inForce());
    }

    private static int inForce() throws SQLException {
        try (Statement statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT count() FROM dictionary('travel.fx')")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
