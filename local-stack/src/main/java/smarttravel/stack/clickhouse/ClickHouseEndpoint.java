package smarttravel.stack.clickhouse;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * ClickHouse's HTTP interface as far as the JDBC driver and other clients of queries need it.
 *
 * <pre>
 * request -> login -> settings of its own connection -> INSERT: body streamed in
 *                                                    -> SELECT: rows streamed out
 *                                                    -> KILL:   found by the client's query identifier
 *                                                    -> others: run, then answered
 * </pre>
 */
final class ClickHouseEndpoint implements HttpHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ClickHouseEndpoint.class);
    private static final int LARGEST_UNREAD_BODY = 64 * 1024 * 1024;

    private final Engine engine;
    private final Access access;
    private final SessionSettings settings;

    ClickHouseEndpoint(Engine engine, Access access, Limits limits) {
        this.engine = engine;
        this.access = access;
        this.settings = new SessionSettings(limits);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        Reply reply = new Reply(exchange);
        if (exchange.getRequestMethod().equals("GET")
                && exchange.getRequestURI().getRawQuery() == null) {
            reply.text(200, "Ok.\n");
            return;
        }
        try {
            answer(exchange, reply);
        } catch (EngineException e) {
            fail(exchange, reply, e);
        } catch (RuntimeException e) {
            LOG.error("A request failed inside the endpoint", e);
            fail(
                    exchange,
                    reply,
                    EngineException.of(EngineError.UNKNOWN_EXCEPTION, "The endpoint failed; see the log"));
        }
    }

    private void answer(HttpExchange exchange, Reply reply) throws EngineException, IOException {
        Access.Role role = access.check(exchange.getRequestHeaders().getFirst("Authorization"))
                .orElseThrow(() -> EngineException.of(
                        EngineError.AUTHENTICATION_FAILED, "Authentication failed: password is incorrect, or no user"));
        EndpointRequest request = EndpointRequest.read(exchange);
        SqlCommand command = RequestText.find(request);
        if (command instanceof SqlCommand.Kill kill) {
            try (RunningQueries.Query query = engine.running().begin("kill")) {
                query.checkNotCancelled();
                engine.cancel(key(role, kill.queryId()));
            }
            reply.done(request, EngineAnswer.Written.NOTHING);
        } else {
            run(role, request, command, reply);
        }
    }

    private void run(Access.Role role, EndpointRequest request, SqlCommand command, Reply reply)
            throws EngineException, IOException {
        String key = key(role, request.queryId());
        try (RunningQueries.Query query = engine.running().begin(key);
                EngineConnection connection = engine.connect()) {
            prepare(connection, role, request, key);
            query.checkNotCancelled();
            new CommandRunner(role, connection, query, request, reply).run(command);
        }
    }

    private void prepare(EngineConnection connection, Access.Role role, EndpointRequest request, String key)
            throws EngineException {
        if (request.database().isPresent() && !request.database().get().equals("default")) {
            connection.execute("USE " + SqlLiteral.name(request.database().get()));
        }
        for (String statement : settings.statements(role, request.settings(), key)) {
            connection.execute(statement);
        }
    }

    /** Readers can only name, and so only cancel, queries of readers. */
    private static String key(Access.Role role, String queryId) {
        return role + "/" + queryId;
    }

    /** After the first rows the only honest answer is a broken connection: an orderly end would be a short result. */
    private static void fail(HttpExchange exchange, Reply reply, EngineException error) throws IOException {
        if (reply.hasBegun()) {
            throw new IOException(error);
        }
        discard(exchange.getRequestBody());
        reply.error(error);
    }

    /** A client that still sends would see a reset connection instead of the error. */
    private static void discard(InputStream body) throws IOException {
        for (long left = LARGEST_UNREAD_BODY; left > 0; ) {
            long skipped = body.readNBytes((int) Math.min(left, 64 * 1024)).length;
            if (skipped == 0) {
                return;
            }
            left -= skipped;
        }
    }
}
