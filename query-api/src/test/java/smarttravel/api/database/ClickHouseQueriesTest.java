package smarttravel.api.database;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;
import smarttravel.api.problems.UnavailableException;

class ClickHouseQueriesTest {
    @Test
    void aStoreThatCannotBeReachedIsUnavailableNotBroken() {
        Database nowhere = new Database("jdbc:clickhouse://127.0.0.1:1/default", "reader", "");
        try (HikariDataSource pool = ConnectionPools.clickHouse(nowhere, 1, new SimpleMeterRegistry())) {
            ClickHouseQueries queries = new ClickHouseQueries(pool);

            assertThatThrownBy(() -> queries.list("SELECT 1 AS one", List.of(), row -> row.whole("one")))
                    .isInstanceOf(UnavailableException.class)
                    .hasMessage("The price store is not available");
        }
    }
}
