package smarttravel.jobs.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.streaming.runtime.tasks.TestProcessingTimeService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TableWriterTest {
    private static final SinkWriter.Context ANY = new SinkWriter.Context() {
        @Override
        public long currentWatermark() {
            return 0;
        }

        @Override
        public @Nullable Long timestamp() {
            return null;
        }
    };

    private final TestProcessingTimeService time = new TestProcessingTimeService();
    private final Database database = new Database();

    @Test
    void fewRowsAreWrittenTogetherAfterAMoment() throws Exception {
        TableWriter<String> writer = writer();
        write(writer, "a", "b");

        time.advance(TableWriter.SHORTEST_PAUSE - 1);
        assertThat(database.batches).isEmpty();

        time.advance(1);
        assertThat(database.batches).containsExactly(List.of("a", "b"));
    }

    @Test
    void aFullBatchIsWrittenAtOnce() throws Exception {
        TableWriter<String> writer = writer();

        write(writer, TableWriter.MOST_ROWS + 1);
        assertThat(database.batches).hasSize(1);
        assertThat(database.batches.get(0)).hasSize(TableWriter.MOST_ROWS);

        time.advance(TableWriter.LONGEST_PAUSE);
        assertThat(database.batches).hasSize(2);
        assertThat(database.batches.get(1)).hasSize(1);
    }

    @Test
    void rowsWaitLongerTheMoreTheBatchBeforeHadAndSoonNoMore() throws Exception {
        TableWriter<String> writer = writer();
        write(writer, 10_000);
        time.advance(TableWriter.SHORTEST_PAUSE);

        write(writer, "a");
        time.advance(2_999);
        assertThat(database.batches).hasSize(1);
        time.advance(1);
        assertThat(database.batches).hasSize(2);

        write(writer, "b");
        time.advance(TableWriter.SHORTEST_PAUSE);
        assertThat(database.batches).hasSize(3);
    }

    @Test
    void allRowsAreWrittenBeforeACheckpointAndNoneTwice() throws Exception {
        TableWriter<String> writer = writer();
        write(writer, "a");

        writer.flush(false);
        writer.flush(false);
        time.advance(TableWriter.LONGEST_PAUSE);

        assertThat(database.batches).containsExactly(List.of("a"));
    }

    @Test
    void aFailureIsToldAndNothingIsWrittenWhenTheTaskIsCleanedUp() throws Exception {
        TableWriter<String> writer = writer();
        write(writer, "a");
        database.isAway = true;

        assertThatThrownBy(() -> writer.flush(false))
                .isInstanceOf(IOException.class)
                .hasMessage("1 rows could not be written")
                .hasRootCauseMessage("away");
        database.isAway = false;
        assertThatThrownBy(() -> writer.flush(false))
                .as("its rows are gone")
                .isInstanceOf(IOException.class)
                .hasRootCauseMessage("away");
        assertThatCode(writer::close).doesNotThrowAnyException();
        assertThat(database.batches).isEmpty();
        assertThat(database.closed).isEqualTo(2);
    }

    @Test
    void whatHangsWhileItIsClosedIsNoFailureOfTheTask() throws Exception {
        TableWriter<String> writer = writer();
        database.closing = new IllegalStateException("hangs");

        assertThatCode(writer::close).doesNotThrowAnyException();
    }

    @Test
    void aBatchThatWasWrittenEarlierLeavesTheNextItsTime() throws Exception {
        TableWriter<String> writer = writer();
        write(writer, "a");
        time.advance(TableWriter.SHORTEST_PAUSE - 1);
        writer.flush(false);
        write(writer, "b");

        time.advance(TableWriter.SHORTEST_PAUSE - 1);
        assertThat(database.batches).containsExactly(List.of("a"));
        time.advance(1);
        assertThat(database.batches).containsExactly(List.of("a"), List.of("b"));
    }

    private TableWriter<String> writer() throws SQLException {
        return TableWriter.open(database.connection(), "INSERT", (insert, row) -> insert.setString(1, row), time);
    }

    private static void write(TableWriter<String> writer, String... rows) throws IOException {
        for (String row : rows) {
            writer.write(row, ANY);
        }
    }

    private static void write(TableWriter<String> writer, int rows) throws IOException {
        for (int row = 0; row < rows; row++) {
            write(writer, String.valueOf(row));
        }
    }

    /** Takes rows of one column. */
    private static final class Database {
        private final List<List<String>> batches = new ArrayList<>();
        private final List<String> batch = new ArrayList<>();
        private String bound = "";
        private boolean isAway;
        private int closed;
        private @Nullable RuntimeException closing;

        Connection connection() {
            return answering(Connection.class);
        }

        private <T> T answering(Class<T> type) {
            return type.cast(Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {type}, (proxy, method, words) -> {
                        switch (method.getName()) {
                            case "prepareStatement" -> {
                                return answering(PreparedStatement.class);
                            }
                            case "setString" -> bound = (String) words[1];
                            case "addBatch" -> batch.add(bound);
                            case "executeBatch" -> {
                                return execute();
                            }
                            case "close" -> {
                                closed++;
                                if (closing != null) {
                                    throw closing;
                                }
                            }
                            default -> throw new UnsupportedOperationException(method.getName());
                        }
                        return null;
                    }));
        }

        private int[] execute() throws SQLException {
            List<String> sent = List.copyOf(batch);
            batch.clear(); // as the driver does, whatever comes
            if (isAway) {
                throw new SQLException("away");
            }
            batches.add(sent);
            return new int[sent.size()];
        }
    }
}
