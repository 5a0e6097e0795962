package smarttravel.jobs.clickhouse;

import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.connector.jdbc.JdbcConnectionOptions;
import org.apache.flink.connector.jdbc.JdbcExecutionOptions;
import org.apache.flink.connector.jdbc.JdbcStatementBuilder;
import org.apache.flink.connector.jdbc.core.datastream.sink.JdbcSink;
import smarttravel.jobs.config.JobConfig;

/**
 * A table as the end of a stream: large batches, at least once. Every table replaces rows by key, so a batch that is
 * written again after a failure changes nothing.
 *
 * <p>Rows travel in ClickHouse's binary form, which the driver writes without the column list: an INSERT must name every
 * column in the table's order (a test compares them with the table).
 */
public final class ClickHouseSink {
    private static final int BATCH_ROWS = 50_000;
    private static final long BATCH_MILLIS = 2_000;

    /** Few and short: what lasts longer restarts the job from its last checkpoint, without holding up the task. */
    private static final int RETRIES = 2;

    private ClickHouseSink() {}

    /** The sink of one table. */
    public static <T> Sink<T> of(JobConfig config, String insert, JdbcStatementBuilder<T> binder) {
        JdbcConnectionOptions.JdbcConnectionOptionsBuilder connection =
                new JdbcConnectionOptions.JdbcConnectionOptionsBuilder()
                        .withUrl(config.clickHouse().url())
                        .withDriverName("com.clickhouse.jdbc.ClickHouseDriver")
                        .withProperty("beta.row_binary_for_simple_insert", "true")
                        .withProperty("clickhouse_setting_async_insert", "0")
                        .withProperty("clickhouse_setting_max_partitions_per_insert_block", "0")
                        .withProperty("clickhouse_setting_input_format_null_as_default", "0");
        JdbcSink<T> sink = JdbcSink.<T>builder()
                .withQueryStatement(insert, binder)
                .withExecutionOptions(JdbcExecutionOptions.builder()
                        .withBatchSize(BATCH_ROWS)
                        .withBatchIntervalMs(BATCH_MILLIS)
                        .withMaxRetries(RETRIES)
                        .build())
                .buildAtLeastOnce(connection
                        .withUsername(config.clickHouse().user())
                        .withPassword(config.clickHouse().password())
                        .build());
        return new QuietlyClosedSink<>(sink);
    }
}
