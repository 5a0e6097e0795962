package smarttravel.jobs.clickhouse;

import java.io.IOException;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A sink whose writers never fail while they are closed.
 *
 * <p>The JDBC writer tries to write once more when it is closed. With the database away, a task that has failed would so
 * fail again while it is cleaned up, which Flink takes for a broken task manager: it ends it, and in one process nobody
 * starts another. Nothing is lost by keeping quiet: what counts was flushed before a checkpoint or at the end of the
 * input, and the rest is read again.
 */
record QuietlyClosedSink<T>(Sink<T> sink) implements Sink<T> {
    private static final Logger LOG = LoggerFactory.getLogger(QuietlyClosedSink.class);
    private static final long serialVersionUID = 1L;

    @Override
    public SinkWriter<T> createWriter(WriterInitContext context) throws IOException {
        return new Writer<>(sink.createWriter(context));
    }

    private record Writer<T>(SinkWriter<T> writer) implements SinkWriter<T> {
        @Override
        public void write(T row, Context context) throws IOException, InterruptedException {
            writer.write(row, context);
        }

        @Override
        public void flush(boolean endOfInput) throws IOException, InterruptedException {
            writer.flush(endOfInput);
        }

        @Override
        public void close() {
            try {
                writer.close();
            } catch (Exception e) {
                LOG.warn("Rows since the last checkpoint were not written and will be read again: {}", e.toString());
            }
        }
    }
}
