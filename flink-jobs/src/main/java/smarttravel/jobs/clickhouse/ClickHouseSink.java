package smarttravel.jobs.clickhouse;

import com.clickhouse.jdbc.Driver;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.jspecify.annotations.Nullable;
import smarttravel.jobs.config.ClickHouseAddress;
import smarttravel.jobs.config.JobConfig;

/**
 * A table as the end of a stream: large batches, at least once. Every table replaces rows by key, so a batch that is
 * written again after a failure changes nothing. A failure ends the task: the job starts again at its last checkpoint.
 *
 * <p>Rows travel in ClickHouse's binary form, which the driver writes without the column list: an INSERT must name every
 * column in the table's order (a test compares them with the table).
 */
public final class ClickHouseSink<T> implements Sink<T> {
    private static final long serialVersionUID = 1L;

    private final ClickHouseAddress address;
    private final String insert;
    private final RowBinding<T> binding;

    private ClickHouseSink(ClickHouseAddress address, String insert, RowBinding<T> binding) {
        this.address = address;
        this.insert = insert;
        this.binding = binding;
    }

    /** The sink of one table. */
    public static <T> Sink<T> of(JobConfig config, String insert, RowBinding<T> binding) {
        return new ClickHouseSink<>(config.clickHouse(), insert, binding);
    }

    @Override
    public SinkWriter<T> createWriter(WriterInitContext context) throws IOException {
        try {
            return TableWriter.open(connect(), insert, binding, context.getProcessingTimeService());
        } catch (SQLException e) {
            throw new IOException("No way to write to ClickHouse as " + address, e);
        }
    }

    private Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", address.user());
        properties.setProperty("password", address.password());
        properties.setProperty("beta.row_binary_for_simple_insert", "true");
        properties.setProperty("clickhouse_setting_async_insert", "0");
        properties.setProperty("clickhouse_setting_max_partitions_per_insert_block", "0");
        properties.setProperty("clickhouse_setting_input_format_null_as_default", "0");
        // the driver would send a failed request three times more; here a failure is the job's
        properties.setProperty("retry", "0");
        @Nullable Connection connection = new Driver().connect(address.url(), properties);
        if (connection == null) {
            throw new SQLException("not the address of a ClickHouse");
        }
        return connection;
    }
}
