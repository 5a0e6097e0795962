package smarttravel.stack.clickhouse;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** The answer to one request. Once its rows have begun, an error can only be told by breaking the connection. */
final class Reply {
    private static final long CHUNKED = 0;
    private static final long EMPTY = -1;

    private final HttpExchange exchange;
    private boolean begun;

    Reply(HttpExchange exchange) {
        this.exchange = exchange;
    }

    boolean hasBegun() {
        return begun;
    }

    /** Sends the head and gives the stream for the rows; the caller closes it only when they are complete. */
    OutputStream rows(EndpointRequest request, String format, EngineAnswer.Written written) throws IOException {
        head(request, format, written);
        begun = true;
        exchange.sendResponseHeaders(200, CHUNKED);
        OutputStream body = exchange.getResponseBody();
        return request.compressedReply() ? new NativeBlockOutput(body) : body;
    }

    void done(EndpointRequest request, EngineAnswer.Written written) throws IOException {
        head(request, request.format(), written);
        begun = true;
        exchange.sendResponseHeaders(200, EMPTY);
        exchange.close();
    }

    void text(int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=UTF-8");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    void error(EngineException error) throws IOException {
        exchange.getResponseHeaders().set("X-ClickHouse-Exception-Code", Integer.toString(error.code()));
        text(status(error.code()), error.getMessage() + "\n");
    }

    private void head(EndpointRequest request, String format, EngineAnswer.Written written) {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", "application/octet-stream");
        headers.set("X-ClickHouse-Query-Id", request.queryId().replaceAll("[^\\x20-\\x7e]", "?"));
        headers.set("X-ClickHouse-Format", format);
        headers.set("X-ClickHouse-Timezone", EmbeddedClickHouse.TIME_ZONE);
        headers.set("X-ClickHouse-Summary", summary(written));
    }

    private static String summary(EngineAnswer.Written written) {
        return ("{\"read_rows\":\"0\",\"read_bytes\":\"0\",\"written_rows\":\"%d\",\"written_bytes\":\"%d\","
                        + "\"total_rows_to_read\":\"0\",\"result_rows\":\"%d\",\"result_bytes\":\"%d\"}")
                .formatted(written.rows(), written.bytes(), written.rows(), written.bytes());
    }

    /** The statuses that a server answers with, where clients tell them apart; 500 for all others. */
    private static int status(int code) {
        return switch (code) {
            case 36, 62, 27, 115, 131 -> 400;
            case 60, 81 -> 404;
            case 164, 497, 516 -> 403;
            case 48 -> 501;
            default -> 500;
        };
    }
}
