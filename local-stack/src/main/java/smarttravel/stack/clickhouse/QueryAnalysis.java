package smarttravel.stack.clickhouse;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;

/**
 * What the engine's own parser says about a text, so that no second opinion on ClickHouse's grammar decides who may
 * run it.
 *
 * @param statements how many statements the text holds; 0 if it does not parse
 * @param readsOnly whether it neither writes nor changes the state of session or server, nor writes a file
 */
record QueryAnalysis(int statements, boolean readsOnly) {
    private static final int STRUCT_BYTES = 16;
    private static final int STATEMENTS_AT = 4;
    private static final int CLASS_AT = 12;
    private static final int READ_ONLY_CLASS = 0;

    static QueryAnalysis of(Pointer handle, SqlText sql) throws EngineException {
        try (Memory struct = new Memory(STRUCT_BYTES)) {
            struct.clear();
            struct.setInt(0, STRUCT_BYTES);
            if (Chdb.classifyQueryN(handle, sql.bytes(), sql.length(), null, 0, struct) != 0) {
                throw EngineException.of(EngineError.UNKNOWN_EXCEPTION, "The engine does not analyse the statement");
            }
            return new QueryAnalysis(struct.getInt(STATEMENTS_AT), struct.getInt(CLASS_AT) == READ_ONLY_CLASS);
        }
    }
}
