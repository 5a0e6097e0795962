package smarttravel.stack.clickhouse;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.util.Optional;

/** Runs one statement on one connection and writes its result. */
final class CommandRunner {
    private static final int LONGEST_ROWS_HEADER = 1024 * 1024;

    private final EngineConnection connection;
    private final RunningQueries.Query query;
    private final EndpointRequest request;
    private final Reply reply;

    CommandRunner(
            EngineConnection connection, RunningQueries.Query query, EndpointRequest request, Reply reply) {
        this.connection = connection;
        this.query = query;
        this.request = request;
        this.reply = reply;
    }

    void insert(SqlCommand.InsertRows statement) throws EngineException, IOException {
        EngineAnswer.Written written;
        try (EngineInsert insert = connection.insert(statement.sql().bytes(), statement.format());
                InputStream inline = statement.inlineRows().stream()) {
            insert.append(new SequenceInputStream(inline, request.body()));
            query.checkNotCancelled();
            written = insert.finish();
        }
        reply.done(request, written);
    }

    void stream(SqlCommand.StreamedRows statement) throws EngineException, IOException {
        try (EngineRows rows = connection.stream(statement.sql().bytes(), statement.format())) {
            Optional<EngineAnswer> first = rows.next();
            OutputStream out = reply.rows(request, statement.format(), EngineAnswer.Written.NOTHING);
            int header = 0;
            for (Optional<EngineAnswer> chunk = first; chunk.isPresent(); chunk = rows.next()) {
                try (EngineAnswer answer = chunk.get()) {
                    answer.copyTo(out, header);
                    header = header > 0 ? header : headerLength(statement, answer);
                }
                query.checkNotCancelled();
            }
            out.close();
        }
    }

    private static int headerLength(SqlCommand.StreamedRows statement, EngineAnswer answer) {
        return RowsHeader.length(statement.format(), answer.head(LONGEST_ROWS_HEADER));
    }

    void whole(SqlCommand.Whole statement) throws EngineException, IOException {
        try (EngineAnswer answer = connection.query(statement.sql().bytes(), request.format())) {
            if (answer.length() == 0) {
                reply.done(request, answer.written());
                return;
            }
            String format = statement.format().orElse(request.format());
            try (OutputStream out = reply.rows(request, format, answer.written())) {
                answer.copyTo(out, 0);
            }
        }
    }
}
