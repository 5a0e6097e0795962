package smarttravel.api.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import smarttravel.api.database.ClickHouseQueries;
import smarttravel.api.database.Conditions;
import smarttravel.api.database.ConnectionPools;
import smarttravel.api.paging.PageRequest;
import smarttravel.api.quality.QualityPart.Status;
import smarttravel.sql.ClickHouseSchema;
import smarttravel.stack.testing.SharedClickHouse;

/** What scores come to, of planted rows. */
@ExtendWith(SharedClickHouse.class)
class QualitiesOnEngineTest {
    private static Connection connection;
    private static HikariDataSource pool;
    private static ClickHouseQueries queries;
    private static Qualities qualities;

    @BeforeAll
    static void connect() throws SQLException {
        SharedClickHouse.freshDatabase("travel");
        connection = SharedClickHouse.writer();
        pool = ConnectionPools.clickHouse(SharedClickHouse.database(), 2, new SimpleMeterRegistry());
        queries = new ClickHouseQueries(pool);
        qualities = new ClickHouseQualities(queries, QualitySettings.DEFAULT);
        ClickHouseSchema.apply(connection);
    }

    @AfterAll
    static void leaveNothing() throws SQLException {
        pool.close();
        connection.close();
        SharedClickHouse.freshDatabase("travel");
    }

    @Test
    void underThreeComparablesThereIsNoValue() throws SQLException {
        offer("VAL", "two", null, null);
        offer("VAL", "three", null, null);
        offer("VAL", "soldout", null, null);
        standing("two", "h", 3, "1", "1", "2026-07-01");
        standing("three", "h", 4, "1", "1", "2026-07-01");
        standing("soldout", "h", 4, "NULL", "0", "2026-07-01");

        assertThat(find("VAL", "two").value()).isEqualTo(QualityPart.of(null, 2, null));
        assertThat(find("VAL", "three").value()).as("a tie is half").isEqualTo(QualityPart.of(50.0, 3, null));
        assertThat(find("VAL", "soldout").value()).isEqualTo(QualityPart.of(null, 4, null));
    }

    @Test
    void fewReviewsShrinkToTheMarketsMeanAndManyHardly() throws SQLException {
        offer("RAT", "most", 8.0, 1_000_000);
        offer("RAT", "one", 10.0, 1);
        offer("RAT", "uncounted", 10.0, null);
        offer("RAT", "fifty", 10.0, 50);
        offer("RAT", "many", 10.0, 5_000);
        offer("RAT", "unrated", null, null);
        double mean = (8.0 * 1_000_000 + 10.0 * (1 + 1 + 50 + 5_000)) / (1_000_000 + 1 + 1 + 50 + 5_000);

        assertThat(rating("most")).isCloseTo(80, within(0.01));
        assertThat(rating("one")).isCloseTo(10 * (50 * mean + 10) / 51, within(1e-9));
        assertThat(rating("uncounted")).as("as many as one").isEqualTo(rating("one"));
        assertThat(rating("fifty")).isCloseTo(10 * (mean + 10) / 2, within(1e-9));
        assertThat(rating("many")).isCloseTo(99.8, within(0.01));
        assertThat(find("RAT", "unrated").rating().status()).isEqualTo(Status.ASSUMED);
        assertThat(rating("unrated")).isCloseTo(10 * mean, within(1e-9));
    }

    @Test
    void whereNobodyIsRatedThereIsNoRating() throws SQLException {
        offer("NON", "1", null, null);

        assertThat(find("NON", "1").rating()).isEqualTo(QualityPart.of(null, 0, null));
    }

    @Test
    void aProvidersScoreIsTheMeanByWeightOfWhatIsKnown() throws SQLException {
        counted("known", "validity", 9, 9);
        counted("known", "freshness", 4, 4);
        counted("known", "stability", 0, 7);
        counted("known", "honesty", 0, 0);
        counted("hardly", "validity", 9, 9);
        counted("hardly", "freshness", 4, 4);

        assertThat(provider("known").score()).isEqualTo(80);
        assertThat(provider("known").honesty()).as("no list prices").isEqualTo(QualityPart.of(null, 0, 7));
        assertThat(provider("hardly").score())
                .as("less than half of the weight")
                .isNull();
    }

    @Test
    void anOffersScoreIsTheMeanByWeightOfWhatIsKnown() throws SQLException {
        counted("acme", "validity", 3, 4);
        counted("acme", "freshness", 3, 4);
        counted("acme", "honesty", 3, 4);
        offer("MEA", "1", 9.0, 10);
        standing("1", "h", 5, "1", "0", "2026-07-01");

        OfferQuality found = find("MEA", "1");
        assertThat(found.value().score()).isEqualTo(75);
        assertThat(found.rating().score()).isEqualTo(90);
        assertThat(found.provider().score()).isEqualTo(75);
        assertThat(found.priceRisk().status()).isEqualTo(Status.INSUFFICIENT);
        assertThat(found.score()).isCloseTo((35 * 75 + 25 * 90 + 15 * 75) / 75.0, within(1e-4));
    }

    @Test
    void anOfferThatStoodInTwoHolidaysIsListedOnceAsItStandsNow() throws SQLException {
        offer("TWO", "moved", null, null);
        standing("moved", "all inclusive", 101, "100", "0", "2026-07-01");
        standing("moved", "half board", 5, "0", "0", "2026-07-02");

        assertThat(qualities
                        .offers(
                                new QualityQuery(
                                        Optional.empty(),
                                        Optional.of("TWO"),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty()),
                                new PageRequest(10, Optional.empty()))
                        .rows())
                .singleElement()
                .satisfies(one -> assertThat(one.quality().value()).isEqualTo(QualityPart.of(100.0, 4, null)));
    }

    @Test
    void someOffersScoresReadTheirPlacesRowsAlone() throws SQLException {
        execute("""
                INSERT INTO travel.offer_quality
                SELECT 'HOTEL', concat('Z', toString(number)), '2026-10-01', 'acme', 'x', 'HOTEL/Z', NULL, 8, 9, NULL, 0,
                    '2026-07-01 00:00:00'
                FROM numbers(50000)""");
        offer("IDX", "1", 9.0, 10);

        Conditions scope = ClickHouseQualities.scope(List.of(new OfferPlace("HOTEL", "IDX", "acme", "1")));
        String plan = String.join(
                "\n",
                queries.list(
                        "EXPLAIN indexes = 1 " + new ClickHouseOfferScores(QualitySettings.DEFAULT).sql(scope),
                        ClickHouseOfferScores.arguments(scope),
                        row -> row.text("explain")));

        assertThat(plan.split("travel.offer_quality", -1)).as(plan).hasSizeGreaterThan(2);
        assertThat(plan).doesNotContain("Condition: true").doesNotContain("Granules: 50/50");
    }

    private static double rating(String offer) {
        return Objects.requireNonNull(find("RAT", offer).rating().score());
    }

    private static OfferQuality find(String destination, String offer) {
        return Objects.requireNonNull(qualities
                .of(List.of(new OfferPlace("HOTEL", destination, "acme", offer)))
                .get("acme/" + offer));
    }

    private static ProviderQuality provider(String name) {
        return qualities.providers(Optional.empty()).stream()
                .filter(provider -> provider.provider().equals(name))
                .findAny()
                .orElseThrow();
    }

    private static void offer(String destination, String offer, @Nullable Double rating, @Nullable Integer reviews)
            throws SQLException {
        execute("""
                INSERT INTO travel.offer_quality VALUES ('HOTEL', '%1$s', '2026-10-01', 'acme', '%2$s', 'HOTEL/%1$s',
                    NULL, %3$s, %4$s, NULL, 1, '2026-07-01 00:00:00')""".formatted(destination, offer, rating, reviews));
    }

    private static void standing(String offer, String holiday, int offers, String cheaper, String same, String day)
            throws SQLException {
        execute("""
                INSERT INTO travel.comparable_offers (holiday, departure, provider, offer_id, offers, providers, provider_rank,
                    cheaper, same_price, observations, observed_at)
                VALUES ('%s', '2026-10-01', 'acme', '%s', %d, 1, if(isNull(%4$s), NULL, 1), %4$s, %5$s, 9, '%6$s 00:00:00')""".formatted(holiday, offer, offers, cheaper, same, day));
    }

    private static void counted(String provider, String component, int good, int of) throws SQLException {
        execute("INSERT INTO travel.provider_quality (provider, day, component, good, n, window_days, observations)"
                + " VALUES ('%s', '2026-07-01', '%s', %d, %d, 7, 9)".formatted(provider, component, good, of));
    }

    private static void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
