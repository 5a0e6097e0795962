package smarttravel.stack.clickhouse;

/** What a reader may not even ask, because the engine's own read-only mode lets it pass. */
final class ReaderRules {
    private ReaderRules() {}

    static void check(SqlCommand command) throws EngineException {
        if (command instanceof SqlCommand.InsertRows) {
            throw EngineException.of(EngineError.READONLY, "Readers do not write");
        }
    }
}
