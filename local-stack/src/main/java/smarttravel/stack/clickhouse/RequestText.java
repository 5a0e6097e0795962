package smarttravel.stack.clickhouse;

import java.io.IOException;

/** Finds the command of a request: in the address, in the body, or the head of an insert here and its rows there. */
final class RequestText {
    private static final int INSERT_HEAD = 64 * 1024;
    private static final int LONGEST_TEXT = 16 * 1024 * 1024;

    private RequestText() {}

    static SqlCommand find(EndpointRequest request) throws EngineException, IOException {
        SqlText head = request.urlQuery().isPresent()
                ? SqlText.of(request.urlQuery().get() + "\n")
                : SqlText.of(request.body().readNBytes(INSERT_HEAD));
        SqlCommand command = SqlCommand.parse(head, request.format());
        if (command instanceof SqlCommand.InsertRows) {
            return command;
        }
        byte[] rest = request.body().readNBytes(LONGEST_TEXT + 1);
        if (rest.length > LONGEST_TEXT) {
            throw EngineException.of(EngineError.TOO_LARGE_SIZE, "A command may have 16 MiB");
        }
        return rest.length == 0 ? command : SqlCommand.parse(head.plus(SqlText.of(rest)), request.format());
    }
}
