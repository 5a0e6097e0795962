package smarttravel.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QueryApiMainTest {
    private final Map<String, String> environment = new HashMap<>(Map.of(
            "TRAVEL_CLICKHOUSE_URL", "jdbc:clickhouse://127.0.0.1:1/default",
            "TRAVEL_CLICKHOUSE_USER", "reader",
            "TRAVEL_CLICKHOUSE_PASSWORD", "hidden-one",
            "TRAVEL_POSTGRES_URL", "jdbc:postgresql://127.0.0.1:1/travel",
            "TRAVEL_POSTGRES_USER", "travel",
            "TRAVEL_POSTGRES_PASSWORD", "hidden-two",
            "TRAVEL_CURSOR_SECRET", "0123456789abcdef",
            "TRAVEL_SOMETHING_ELSE", "left alone"));

    @Test
    void settingsComeFromTheEnvironmentWithDefaults() {
        environment.put("TRAVEL_PORT", "7171");

        QueryApiConfig config = QueryApiMain.config(environment);

        assertThat(config.host()).isEqualTo("127.0.0.1");
        assertThat(config.port()).isEqualTo(7171);
        assertThat(config.toString() + config.clickHouse() + config.postgres())
                .doesNotContain("hidden", "0123456789abcdef");
    }

    @Test
    void oneMessageNamesEverySettingThatIsMissing() {
        environment.remove("TRAVEL_POSTGRES_URL");
        environment.remove("TRAVEL_CURSOR_SECRET");

        assertThatThrownBy(() -> QueryApiMain.config(environment))
                .hasMessage("set TRAVEL_POSTGRES_URL, TRAVEL_CURSOR_SECRET");
    }

    @Test
    void aPortThatIsNoNumberIsNamed() {
        environment.put("TRAVEL_PORT", "web");

        assertThatThrownBy(() -> QueryApiMain.config(environment)).hasMessage("TRAVEL_PORT is not a number");
    }
}
