package smarttravel.stack.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SessionSettingsTest {
    private final SessionSettings settings = new SessionSettings(Limits.laptop());

    @Test
    void aReaderIsReadOnlyLastWhateverItAsksFor() throws EngineException {
        List<String> statements = settings.statements(Access.Role.READER, Map.of("readonly", "0"), "c");

        assertThat(statements).last().isEqualTo("SET readonly = 1");
        assertThat(statements.get(0)).doesNotContain("readonly");
    }

    @Test
    void aReaderCannotRaiseItsLimits() throws EngineException {
        Map<String, String> requested =
                Map.of("max_execution_time", "3600", "max_result_rows", "0", "max_threads", "1");

        assertThat(settings.statements(Access.Role.READER, requested, "c").get(0))
                .contains("max_execution_time = '30'", "max_result_rows = '1000000'", "max_threads = '1'");
    }

    @Test
    void aWriterMayBindItself() throws EngineException {
        assertThat(settings.statements(Access.Role.WRITER, Map.of("readonly", "1"), "c"))
                .last()
                .isEqualTo("SET readonly = '1'");
    }

    @Test
    void valuesAreQuoted() throws EngineException {
        assertThat(settings.statements(Access.Role.WRITER, Map.of("final", "1', readonly = '0\\"), "c")
                        .get(0))
                .contains("final = '1\\', readonly = \\'0\\\\'");
    }

    @Test
    void aNameThatIsNoWordIsRefused() {
        assertThatThrownBy(() -> settings.statements(Access.Role.WRITER, Map.of("a = 1, b", "2"), "c"))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("UNKNOWN_SETTING");
    }
}
