package smarttravel.stack.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import smarttravel.stack.testing.SharedClickHouse;

@ExtendWith(SharedClickHouse.class)
class ParallelUseTest {
    private static final long SECONDS = 4;
    private static final int BATCH = 1000;

    @Test
    void parallelInsertsAndQueriesDoNotDisturbOneAnother() throws Exception {
        SharedClickHouse.freshDatabase("parallel_test");
        try (Connection connection = SharedClickHouse.writer();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE parallel_test.t (writer Int32, n Int64) ENGINE = MergeTree ORDER BY n");
        }
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        List<Callable<Long>> tasks = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            int writer = i;
            tasks.add(() -> insert(writer, end));
            tasks.add(() -> query(writer + 3, end));
        }

        ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
        try {
            List<Future<Long>> results = threads.invokeAll(tasks);
            long written = results.get(0).get() + results.get(2).get();
            assertThat(results.get(1).get() + results.get(3).get()).isPositive();
            assertThat(count()).isEqualTo(written).isPositive();
        } finally {
            threads.shutdownNow();
        }
    }

    private static long insert(int writer, long end) throws SQLException {
        long written = 0;
        try (Connection connection = SharedClickHouse.writer()) {
            while (System.nanoTime() < end) {
                try (PreparedStatement rows =
                        connection.prepareStatement("INSERT INTO parallel_test.t VALUES (?, ?)")) {
                    for (int i = 0; i < BATCH; i++) {
                        rows.setInt(1, writer);
                        rows.setLong(2, written++);
                        rows.addBatch();
                    }
                    rows.executeBatch();
                }
            }
        }
        return written;
    }

    /** Each thread runs under a setting of its own and must see it every time. */
    private static long query(int setting, long end) throws SQLException {
        long queries = 0;
        String own = Integer.toString(setting);
        try (Connection connection = SharedClickHouse.writer(Map.of("clickhouse_setting_max_columns_to_read", own));
                Statement statement = connection.createStatement()) {
            while (System.nanoTime() < end) {
                try (ResultSet row = statement.executeQuery(
                        "SELECT getSetting('max_columns_to_read'), count(), sum(n) FROM parallel_test.t")) {
                    assertThat(row.next()).isTrue();
                    assertThat(row.getString(1)).isEqualTo(own);
                }
                queries++;
            }
        }
        return queries;
    }

    private static long count() throws SQLException {
        try (Connection connection = SharedClickHouse.writer();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count() FROM parallel_test.t")) {
            row.next();
            return row.getLong(1);
        }
    }
}
