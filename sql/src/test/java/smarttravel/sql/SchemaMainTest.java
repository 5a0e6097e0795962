package smarttravel.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import smarttravel.sql.SchemaMain.Server;
import smarttravel.sql.SchemaMain.Servers;

class SchemaMainTest {
    private final Map<String, String> environment = new HashMap<>(Map.of(
            "TRAVEL_CLICKHOUSE_URL", "jdbc:clickhouse://a:8123/default",
            "TRAVEL_CLICKHOUSE_USER", "writer",
            "TRAVEL_CLICKHOUSE_PASSWORD", "hidden-1",
            "TRAVEL_POSTGRES_URL", "jdbc:postgresql://b:5432/travel",
            "TRAVEL_POSTGRES_USER", "owner",
            "TRAVEL_POSTGRES_PASSWORD", "hidden-2"));

    @Test
    void bothServersAreReadFromTheEnvironment() {
        assertThat(SchemaMain.servers(environment))
                .isEqualTo(new Servers(
                        new Server("jdbc:clickhouse://a:8123/default", "writer", "hidden-1"),
                        new Server("jdbc:postgresql://b:5432/travel", "owner", "hidden-2")));
    }

    @Test
    void everyNameThatIsMissingIsTold() {
        environment.remove("TRAVEL_CLICKHOUSE_URL");
        environment.remove("TRAVEL_POSTGRES_PASSWORD");

        assertThatThrownBy(() -> SchemaMain.servers(environment))
                .hasMessage("set TRAVEL_CLICKHOUSE_URL, TRAVEL_POSTGRES_PASSWORD");
    }

    @Test
    void passwordsAreNotShown() {
        assertThat(SchemaMain.servers(environment).toString())
                .contains("writer")
                .doesNotContain("hidden");
    }
}
