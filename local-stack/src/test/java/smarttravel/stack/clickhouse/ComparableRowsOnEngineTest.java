package smarttravel.stack.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import smarttravel.api.comparables.PeerGroup;
import smarttravel.jobs.comparables.ComparableOffer;
import smarttravel.jobs.comparables.ComparableOffersTable;
import smarttravel.jobs.comparables.Comparables;
import smarttravel.jobs.comparables.Standing;
import smarttravel.sql.ClickHouseSchema;
import smarttravel.stack.testing.SharedClickHouse;

/** Rows of comparables as the engine takes them in: whole numbers of every width, absent ones too. */
@ExtendWith(SharedClickHouse.class)
class ComparableRowsOnEngineTest {
    private static final long SEEN = 1_700_000_000_000L;

    @Test
    void theApiTakesAListForCutWhereTheJobCutsIt() {
        assertThat(PeerGroup.MOST_NAMED).isEqualTo(Comparables.MOST_NAMED);
    }

    @Test
    void theRowThatRestsOnMoreReplacesTheOther() throws Exception {
        SharedClickHouse.freshDatabase("travel");
        ComparableOffer offer =
                new ComparableOffer("ola", "1", "Áureo", 5, 20_000, 900.5, true, 3, SEEN, null, Double.NaN, null, SEEN);
        ComparableOffer gone = new ComparableOffer(
                "ola", "1", null, Double.NaN, 20_000, Double.NaN, false, 2, 5, null, Double.NaN, null, 5);
        Standing more = new Standing(
                "HOTEL/CUN/7/AI/2", offer, "Áureo", 0.97, 3, 2, 2, 1, 0, 800, "aero", 900.5, 7, "aero/2\nola/1");
        Standing less = new Standing(
                "HOTEL/CUN/7/AI/2", gone, null, Double.NaN, 0, 0, 0, 0, 0, Double.NaN, null, Double.NaN, 2, "ola/1");
        try (Connection connection = SharedClickHouse.writer(Map.of("beta.row_binary_for_simple_insert", "true"))) {
            ClickHouseSchema.apply(connection);
            for (Standing standing : List.of(less, more, less)) {
                try (PreparedStatement insert = connection.prepareStatement(ComparableOffersTable.INSERT)) {
                    ComparableOffersTable.bind(insert, standing);
                    insert.addBatch();
                    insert.executeBatch();
                }
            }
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("""
                            SELECT concat(hotel, ' ', toString(provider_rank), ' of ', toString(providers), ' ',
                                toString(match_confidence), ' ', toString(length(splitByChar('\\n', comparables))))
                            FROM travel.comparable_offers FINAL""")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(1)).isEqualTo("Áureo 2 of 2 0.97 2");
                assertThat(rows.next()).isFalse();
            }
        }
    }
}
