package smarttravel.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SchemaPlanTest {
    private final SchemaFile first = new SchemaFile("001_first.sql", "CREATE TABLE a;\n");
    private final SchemaFile second = new SchemaFile("002_second.sql", "CREATE TABLE b;\n");

    @Test
    void aNewDatabaseNeedsAllFilesInOrder() {
        assertThat(SchemaPlan.missing(List.of(first, second), Map.of())).containsExactly(first, second);
    }

    @Test
    void anAppliedFileIsNotAppliedAgain() {
        Map<String, String> applied = Map.of(first.name(), first.checksum());

        assertThat(SchemaPlan.missing(List.of(first, second), applied)).containsExactly(second);
    }

    @Test
    void aChangedFileIsRefused() {
        Map<String, String> applied = Map.of(first.name(), second.checksum());

        assertThatThrownBy(() -> SchemaPlan.missing(List.of(first, second), applied))
                .isInstanceOf(SchemaMismatchException.class)
                .hasMessageContaining("001_first.sql was changed");
    }

    @Test
    void aMissingFileIsRefused() {
        Map<String, String> applied = Map.of(first.name(), first.checksum(), second.name(), second.checksum());

        assertThatThrownBy(() -> SchemaPlan.missing(List.of(first), applied))
                .isInstanceOf(SchemaMismatchException.class)
                .hasMessageContaining("002_second.sql was applied");
    }

    @Test
    void lineEndsOfAnotherSystemAreNoChange() {
        SchemaFile checkedOutOnWindows = new SchemaFile(first.name(), "CREATE TABLE a;\r\n");

        assertThat(checkedOutOnWindows.checksum()).isEqualTo(first.checksum());
    }
}
