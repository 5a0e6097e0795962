package smarttravel.stack.clickhouse;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.util.Optional;

/** Runs one statement on one connection and writes its result. */
final class CommandRunner {
    private static final int LONGEST_ROWS_HEADER = 1024 * 1024;

    private final Access.Role role;
    private final EngineConnection connection;
    private final RunningQueries.Query query;
    private final EndpointRequest request;
    private final Reply reply;

    CommandRunner(
            Access.Role role,
            EngineConnection connection,
            RunningQueries.Query query,
            EndpointRequest request,
            Reply reply) {
        this.role = role;
        this.connection = connection;
        this.query = query;
        this.request = request;
        this.reply = reply;
    }

    void run(SqlCommand command) throws EngineException, IOException {
        if (command instanceof SqlCommand.InsertRows insert) {
            insert(insert);
        } else if (command instanceof SqlCommand.StreamedRows rows) {
            StatementRules.check(role, rows.sql(), connection);
            stream(rows);
        } else if (command instanceof SqlCommand.Whole whole) {
            StatementRules.check(role, whole.sql(), connection);
            whole(whole);
        }
    }

    private void insert(SqlCommand.InsertRows command) throws EngineException, IOException {
        if (role == Access.Role.READER) {
            throw EngineException.of(EngineError.READONLY, "Cannot execute query in readonly mode: readers only read");
        }
        EngineAnswer.Written written;
        try (EngineInsert insert = connection.insert(command.sql().bytes(), command.format());
                InputStream inline = command.inlineRows().stream()) {
            insert.append(new SequenceInputStream(inline, request.body()));
            query.checkNotCancelled();
            written = insert.finish();
        }
        reply.done(request, written);
    }

    private void stream(SqlCommand.StreamedRows command) throws EngineException, IOException {
        try (EngineRows rows = connection.stream(command.sql().bytes(), command.format())) {
            Optional<EngineAnswer> first = rows.next();
            OutputStream out = reply.rows(request, command.format(), EngineAnswer.Written.NOTHING);
            int header = 0;
            for (Optional<EngineAnswer> chunk = first; chunk.isPresent(); chunk = rows.next()) {
                try (EngineAnswer answer = chunk.get()) {
                    answer.copyTo(out, header);
                    header = header > 0 ? header : headerLength(command, answer);
                }
                query.checkNotCancelled();
            }
            out.close();
        }
    }

    private static int headerLength(SqlCommand.StreamedRows command, EngineAnswer answer) {
        return RowsHeader.length(command.format(), answer.head(LONGEST_ROWS_HEADER));
    }

    private void whole(SqlCommand.Whole command) throws EngineException, IOException {
        try (EngineAnswer answer = connection.query(command.sql().bytes(), request.format())) {
            if (answer.length() == 0) {
                reply.done(request, answer.written());
                return;
            }
            String format = command.format().orElse(request.format());
            try (OutputStream out = reply.rows(request, format, answer.written())) {
                answer.copyTo(out, 0);
            }
        }
    }
}
