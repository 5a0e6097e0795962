package smarttravel.stack.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlCommandTest {
    private static final String DRIVER_FORMAT = "RowBinaryWithNamesAndTypes";

    @Test
    void valuesAreRowsThatFollow() {
        SqlCommand.InsertRows insert = (SqlCommand.InsertRows) parse("INSERT INTO t (a, `values`) VALUES (1, 2)");

        assertThat(insert.sql()).hasToString("INSERT INTO t (a, `values`) ");
        assertThat(insert.format()).isEqualTo("Values");
        assertThat(insert.inlineRows()).hasToString(" (1, 2)");
    }

    @Test
    void rowsInAFormatBeginAfterTheLineBreak() {
        SqlCommand.InsertRows insert =
                (SqlCommand.InsertRows) parse("/* FORMAT X */ INSERT INTO t SETTINGS a=1 FORMAT RowBinary\n\n 7");

        assertThat(insert.format()).isEqualTo("RowBinary");
        assertThat(insert.inlineRows()).hasToString("\n 7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO t SELECT 1",
                "INSERT INTO t (a) WITH x AS (SELECT 1) SELECT * FROM x",
                "CREATE TABLE t (a Int32)",
                "SHOW TABLES",
                "KILL QUERY WHERE user = 'x'",
                "SELECT 1 FORMAT JSON",
                "WITH 1 AS x INSERT INTO t SELECT x",
            })
    void everythingElseRunsAsAWhole(String sql) {
        assertThat(parse(sql)).isInstanceOf(SqlCommand.Whole.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 1",
                "-- first\n select ' FORMAT JSON '",
                "WITH x AS (SELECT 1) SELECT * FROM x",
                "(SELECT 1) UNION ALL (SELECT 2)",
                "SELECT 1 FORMAT RowBinary",
            })
    void rowsAreStreamed(String sql) {
        assertThat(parse(sql)).isInstanceOf(SqlCommand.StreamedRows.class);
    }

    @Test
    void theDriversCancelIsUnderstood() {
        assertThat(parse("KILL QUERY WHERE query_id = 'a-1'")).isEqualTo(new SqlCommand.Kill("a-1"));
    }

    private static SqlCommand parse(String sql) {
        return SqlCommand.parse(SqlText.of(sql), DRIVER_FORMAT);
    }
}
