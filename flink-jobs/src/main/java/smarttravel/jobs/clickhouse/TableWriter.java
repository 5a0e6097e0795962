package smarttravel.jobs.clickhouse;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a table's rows soon when there are few, and in large batches under load: many small ones would have to be merged by
 * the database again and again. A row is turned into bytes at once, so that no object waits for its batch.
 *
 * <p>What counts is flushed before a checkpoint and at the end of the input; what is not flushed when the writer is closed
 * will be read again.
 */
final class TableWriter<T> implements SinkWriter<T> {
    /** A batch is written at the latest with so many rows. */
    static final int MOST_ROWS = 50_000;
    /** A row waits so long where few come, in milliseconds. */
    static final long SHORTEST_PAUSE = 1_000;

    static final long LONGEST_PAUSE = 10_000;
    /** A row waits so much longer for each row of the batch before, in milliseconds. */
    private static final double PAUSE_PER_ROW = 0.2;

    private static final Logger LOG = LoggerFactory.getLogger(TableWriter.class);

    private final Connection connection;
    private final PreparedStatement insert;
    private final RowBinding<T> binding;
    private final ProcessingTimeService time;
    private int rows;
    private long pause = SHORTEST_PAUSE;
    /** Counts batches. */
    private long batch;

    private @Nullable SQLException failure;

    private TableWriter(
            Connection connection, PreparedStatement insert, RowBinding<T> binding, ProcessingTimeService time) {
        this.connection = connection;
        this.insert = insert;
        this.binding = binding;
        this.time = time;
    }

    /** Takes over the connection. */
    static <T> TableWriter<T> open(
            Connection connection, String insert, RowBinding<T> binding, ProcessingTimeService time)
            throws SQLException {
        return new TableWriter<>(connection, connection.prepareStatement(insert), binding, time);
    }

    @Override
    public void write(T row, Context context) throws IOException {
        try {
            binding.bind(insert, row);
            insert.addBatch();
        } catch (SQLException e) {
            throw new IOException("A row could not be bound", e);
        }
        rows++;
        if (rows >= MOST_ROWS) {
            writeBatch();
        } else if (rows == 1) {
            awaitMore();
        }
    }

    private void awaitMore() {
        long begun = batch;
        var unused = time.registerTimer(time.getCurrentProcessingTime() + pause, at -> {
            if (batch == begun) {
                writeBatch();
            }
        });
    }

    @Override
    public void flush(boolean endOfInput) throws IOException {
        writeBatch();
    }

    private void writeBatch() throws IOException {
        if (failure != null) {
            // the driver has forgotten their rows
            throw new IOException("Rows were not written before", failure);
        }
        if (rows == 0) {
            return;
        }
        try {
            insert.executeBatch();
        } catch (SQLException e) {
            failure = e;
            throw new IOException(rows + " rows could not be written", e);
        }
        batch++;
        pause = Math.min(LONGEST_PAUSE, SHORTEST_PAUSE + (long) (PAUSE_PER_ROW * rows));
        rows = 0;
    }

    /** Never fails: a task that fails again while it is cleaned up is taken for a broken task manager. */
    @Override
    public void close() {
        if (rows > 0) {
            LOG.warn("{} rows since the last checkpoint were not written and will be read again", rows);
        }
        try (connection;
                insert) {
            LOG.debug("closed");
        } catch (Exception e) {
            LOG.warn("The way to ClickHouse could not be closed: {}", e.toString());
        }
    }
}
