package smarttravel.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IngestConfigTest {
    private static final Map<String, String> LEAST = Map.of(
            "TRAVEL_KAFKA", "127.0.0.1:9092",
            "TRAVEL_POSTGRES_URL", "jdbc:postgresql://127.0.0.1/travel",
            "TRAVEL_POSTGRES_USER", "travel",
            "TRAVEL_POSTGRES_PASSWORD", "very secret",
            "TRAVEL_CONTACT", "crawler@example.com");

    @Test
    void whatIsNotSaidHasADefault() {
        IngestConfig config = IngestConfig.fromEnvironment(LEAST);

        assertThat(config.workers()).isEqualTo(4);
        assertThat(config.providers()).isEqualTo(Path.of("providers"));
        assertThat(config.plugins()).isEmpty();
        assertThat(config.toString()).doesNotContain("secret");
    }

    @ParameterizedTest
    @CsvSource({
        "TRAVEL_KAFKA, ''",
        "TRAVEL_POSTGRES_URL, ''",
        "TRAVEL_POSTGRES_PASSWORD, ''",
        "TRAVEL_CONTACT, ''",
        "TRAVEL_CONTACT, nobody",
        "TRAVEL_WORKERS, 0",
        "TRAVEL_WORKERS, many",
    })
    void whatIsMissingOrWrongIsNamed(String name, String value) {
        Map<String, String> environment = new HashMap<>(LEAST);
        environment.put(name, value);

        assertThatThrownBy(() -> IngestConfig.fromEnvironment(environment))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching(
                        name.equals("TRAVEL_CONTACT") ? ".*(TRAVEL_CONTACT|reached).*" : ".*" + name + ".*");
    }
}
