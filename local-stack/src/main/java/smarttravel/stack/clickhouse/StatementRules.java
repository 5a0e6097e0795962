package smarttravel.stack.clickhouse;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * What is refused before the engine sees it: several statements in one request, as a server refuses them, and for
 * readers whatever the engine's {@code readonly = 1} lets pass although it reaches beyond the tables.
 */
final class StatementRules {
    /** The functions that read files, and the one that runs a text. Anywhere, even inside a string: no parsing, no gap. */
    private static final Pattern REACHES_OUT = Pattern.compile("(?i)\\b(file|eval|catboostEvaluate)\\b");

    /** A name may be written with escapes, {@code `\x66ile`}, and would then slip through. */
    private static final Pattern ESCAPED_NAME = Pattern.compile("(?s)(?=.*\\\\)(?=.*[`\"]).*");

    private static final Set<String> QUERIES = Set.of("SELECT", "WITH", "SHOW", "EXISTS", "EXPLAIN");
    private static final Set<String> DESCRIPTIONS = Set.of("DESCRIBE", "DESC");

    private StatementRules() {}

    static void check(Access.Role role, SqlText sql, EngineConnection connection) throws EngineException {
        QueryAnalysis analysis = connection.analyse(sql);
        if (analysis.statements() > 1) {
            throw EngineException.of(EngineError.SYNTAX_ERROR, "Syntax error: one request holds one statement");
        }
        if (role == Access.Role.READER && analysis.statements() == 1) {
            checkReader(sql, analysis);
        }
    }

    private static void checkReader(SqlText sql, QueryAnalysis analysis) throws EngineException {
        if (!analysis.readsOnly()) {
            throw EngineException.of(EngineError.READONLY, "Cannot execute query in readonly mode: readers only read");
        }
        String text = sql.toString();
        if (!opensLikeAQuery(sql, text)
                || REACHES_OUT.matcher(text).find()
                || ESCAPED_NAME.matcher(text).matches()) {
            throw EngineException.of(
                    EngineError.READONLY, "Cannot execute query in readonly mode: readers see tables only");
        }
    }

    /** Table functions, written with parentheses, give their columns away without the check that guards their rows. */
    private static boolean opensLikeAQuery(SqlText sql, String text) {
        SqlScanner scanner = new SqlScanner(sql);
        if (scanner.opensWithParenthesis()) {
            return true;
        }
        String first = scanner.next().map(SqlScanner.Word::text).orElse("");
        return QUERIES.contains(first) || (DESCRIPTIONS.contains(first) && text.indexOf('(') < 0);
    }
}
