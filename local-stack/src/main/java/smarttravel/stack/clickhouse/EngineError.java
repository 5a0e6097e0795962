package smarttravel.stack.clickhouse;

/** The errors that the endpoint finds before the engine does, by ClickHouse's names and numbers. */
enum EngineError {
    NOT_IMPLEMENTED(48),
    SYNTAX_ERROR(62),
    UNKNOWN_SETTING(115),
    TOO_LARGE_SIZE(131),
    READONLY(164),
    QUERY_WAS_CANCELLED(394),
    ABORTED(236),
    AUTHENTICATION_FAILED(516),
    UNKNOWN_EXCEPTION(1002);

    private final int code;

    EngineError(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
