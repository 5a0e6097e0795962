package smarttravel.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JobConfigTest {
    private static final Map<String, String> LEAST = Map.of(
            "TRAVEL_KAFKA", "127.0.0.1:9092", "TRAVEL_CLICKHOUSE_URL", "jdbc:clickhouse://127.0.0.1:8123/travel");

    @Test
    void hasADefaultForAllButTheAddresses() {
        assertThat(JobConfig.fromEnvironment(LEAST))
                .isEqualTo(new JobConfig(
                        "127.0.0.1:9092",
                        "smart-travel-jobs",
                        new ClickHouseAddress("jdbc:clickhouse://127.0.0.1:8123/travel", "default", ""),
                        Duration.ofSeconds(10),
                        10_000,
                        2,
                        JobConfig.Until.STOPPED));
    }

    @Test
    void takesEveryVariable() {
        Map<String, String> environment = new HashMap<>(LEAST);
        environment.put("TRAVEL_CLICKHOUSE_USER", "writer");
        environment.put("TRAVEL_CLICKHOUSE_PASSWORD", "secret");
        environment.put("TRAVEL_CHECKPOINT_INTERVAL", "PT1M");
        environment.put("TRAVEL_EMIT_PAUSE", "PT0.5S");
        environment.put("TRAVEL_PARALLELISM", "8");
        environment.put("TRAVEL_UNTIL", "END_OF_TOPIC");

        JobConfig config = JobConfig.fromEnvironment(environment);

        assertThat(config.clickHouse().user()).isEqualTo("writer");
        assertThat(config.clickHouse().password()).isEqualTo("secret");
        assertThat(config.checkpointInterval()).isEqualTo(Duration.ofMinutes(1));
        assertThat(config.emitPauseMillis()).isEqualTo(500);
        assertThat(config.parallelism()).isEqualTo(8);
        assertThat(config.until()).isEqualTo(JobConfig.Until.END_OF_TOPIC);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRAVEL_KAFKA", "TRAVEL_CLICKHOUSE_URL"})
    void namesWhatIsMissing(String variable) {
        Map<String, String> environment = new HashMap<>(LEAST);
        environment.remove(variable);
        assertThatThrownBy(() -> JobConfig.fromEnvironment(environment)).hasMessageContaining(variable);

        environment.put(variable, " ");
        assertThatThrownBy(() -> JobConfig.fromEnvironment(environment)).hasMessageContaining(variable);
    }

    @ParameterizedTest
    @CsvSource({
        "TRAVEL_CHECKPOINT_INTERVAL, 10s",
        "TRAVEL_CHECKPOINT_INTERVAL, PT0.099S",
        "TRAVEL_CHECKPOINT_INTERVAL, -PT10S",
        "TRAVEL_EMIT_PAUSE, 5",
        "TRAVEL_EMIT_PAUSE, PT0S",
        "TRAVEL_EMIT_PAUSE, P999999999999D",
        "TRAVEL_PARALLELISM, two",
        "TRAVEL_PARALLELISM, 0",
        "TRAVEL_PARALLELISM, 99999999999",
        "TRAVEL_UNTIL, TOMORROW"
    })
    void namesWhatIsWrongAndShowsIt(String variable, String value) {
        Map<String, String> environment = new HashMap<>(LEAST);
        environment.put(variable, value);

        assertThatThrownBy(() -> JobConfig.fromEnvironment(environment))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(variable)
                .hasMessageContaining(value);
    }

    @Test
    void shownItHidesThePassword() {
        ClickHouseAddress address = new ClickHouseAddress(
                "jdbc:clickhouse://db:8123/travel?password=in-the-url&ssl=true", "writer", "s3cret");
        JobConfig config =
                new JobConfig("k:9092", JobConfig.GROUP, address, Duration.ofSeconds(1), 1, 1, JobConfig.Until.STOPPED);

        assertThat(address.toString()).contains("writer", "db:8123/travel");
        assertThat(config.toString()).doesNotContain("s3cret", "in-the-url");
    }

    @Test
    void everyJobReadsUnderAGroupOfItsOwn() {
        JobConfig config = JobConfig.fromEnvironment(LEAST);

        assertThat(config.forJob("all").group()).isEqualTo("smart-travel-jobs");
        assertThat(config.forJob("drops").group()).isEqualTo("smart-travel-jobs-drops");
        assertThat(config.forJob("drops").forJob("all")).isEqualTo(config);
    }
}
