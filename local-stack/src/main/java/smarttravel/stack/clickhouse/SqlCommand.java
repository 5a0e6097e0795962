package smarttravel.stack.clickhouse;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a request asks for, as far as it decides which of the engine's functions must run it. */
sealed interface SqlCommand {
    /** An insert of rows that follow: first those in the text itself, then the rest of the body. */
    record InsertRows(SqlText sql, String format, SqlText inlineRows) implements SqlCommand {}

    /** A query whose rows can be sent while it runs. */
    record StreamedRows(SqlText sql, String format) implements SqlCommand {}

    /** The driver's way to cancel; the engine does not know the identifiers that clients give. */
    record Kill(String queryId) implements SqlCommand {}

    /** Everything else: its result is complete before the first byte is sent. */
    record Whole(SqlText sql, Optional<String> format) implements SqlCommand {}

    Pattern KILL = Pattern.compile("(?is)\\s*KILL\\s+QUERY\\s+WHERE\\s+query_id\\s*=\\s*'([^'\\\\]*)'[\\s;]*");

    /** Only formats without a header, and the one header that {@link RowsHeader} can cut off, survive chunking. */
    Set<String> STREAMABLE = Set.of("RowBinary", "RowBinaryWithNamesAndTypes");

    /** Decides by the words of the text; the format is that of the result where the text names none. */
    static SqlCommand parse(SqlText sql, String format) {
        SqlScanner scanner = new SqlScanner(sql);
        if (scanner.opensWithParenthesis()) {
            return rows(sql, format);
        }
        return switch (scanner.next().map(SqlScanner.Word::text).orElse("")) {
            case "INSERT" -> insert(sql, scanner);
            case "SELECT", "WITH" -> rows(sql, format);
            case "KILL" -> kill(sql);
            default -> new Whole(sql, formatClause(sql));
        };
    }

    private static SqlCommand insert(SqlText sql, SqlScanner scanner) {
        for (Optional<SqlScanner.Word> word = scanner.next(); word.isPresent(); word = scanner.next()) {
            int start = word.get().start();
            switch (word.get().text()) {
                case "SELECT", "WITH", "FROM" -> {
                    return new Whole(sql, Optional.empty());
                }
                case "VALUES" -> {
                    SqlText rows = sql.slice(word.get().end(), sql.length());
                    return new InsertRows(sql.slice(0, start), "Values", rows);
                }
                case "FORMAT" -> {
                    Optional<SqlScanner.Word> format = scanner.next();
                    return format.isEmpty()
                            ? new Whole(sql, Optional.empty())
                            : new InsertRows(sql.slice(0, start), format.get().in(sql), rowsAfter(sql, format.get()));
                }
                default -> {}
            }
        }
        return new Whole(sql, Optional.empty());
    }

    private static SqlText rowsAfter(SqlText sql, SqlScanner.Word format) {
        int at = format.end();
        while (at < sql.length() && " \t\r;".indexOf(sql.at(at)) >= 0) {
            at++;
        }
        return sql.slice(at < sql.length() && sql.at(at) == '\n' ? at + 1 : at, sql.length());
    }

    private static SqlCommand rows(SqlText sql, String format) {
        Optional<String> named = formatClause(sql);
        String actual = named.orElse(format);
        return STREAMABLE.contains(actual) && !writes(sql) ? new StreamedRows(sql, actual) : new Whole(sql, named);
    }

    private static boolean writes(SqlText sql) {
        SqlScanner scanner = new SqlScanner(sql);
        for (Optional<SqlScanner.Word> word = scanner.next(); word.isPresent(); word = scanner.next()) {
            if (word.get().text().equals("INSERT")) {
                return true;
            }
        }
        return false;
    }

    private static SqlCommand kill(SqlText sql) {
        Matcher matcher = KILL.matcher(sql.toString());
        return matcher.matches() ? new Kill(matcher.group(1)) : new Whole(sql, formatClause(sql));
    }

    private static Optional<String> formatClause(SqlText sql) {
        SqlScanner scanner = new SqlScanner(sql);
        Optional<String> format = Optional.empty();
        boolean afterKeyword = false;
        for (Optional<SqlScanner.Word> word = scanner.next(); word.isPresent(); word = scanner.next()) {
            format = afterKeyword ? Optional.of(word.get().in(sql)) : format;
            afterKeyword = word.get().text().equals("FORMAT");
        }
        return format;
    }
}
