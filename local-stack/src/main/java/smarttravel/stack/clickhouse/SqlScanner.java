package smarttravel.stack.clickhouse;

import java.util.Locale;
import java.util.Optional;

/**
 * Walks over the words of a statement that stand outside of strings, quoted names, comments and parentheses. It works
 * on bytes, so that a statement of many megabytes of rows is never copied.
 */
final class SqlScanner {
    private final SqlText sql;
    private int at;
    private int depth;

    SqlScanner(SqlText sql) {
        this.sql = sql;
    }

    /** A word in upper case with its place. */
    record Word(String text, int start, int end) {
        /** The word as it was written. */
        String in(SqlText sql) {
            return sql.slicedText(start, end);
        }
    }

    /** Whether the first thing besides blanks and comments is an opening parenthesis. */
    boolean opensWithParenthesis() {
        for (at = 0; at < sql.length(); ) {
            if (!skipBlankOrComment()) {
                return sql.at(at) == '(';
            }
        }
        return false;
    }

    /** The next word at depth zero. */
    Optional<Word> next() {
        while (at < sql.length()) {
            if (skipBlankOrComment()) {
                continue;
            }
            if (isWordPart(sql.at(at))) {
                Word word = readWord();
                if (depth == 0) {
                    return Optional.of(word);
                }
            } else {
                skipSymbol();
            }
        }
        return Optional.empty();
    }

    private Word readWord() {
        int start = at;
        while (at < sql.length() && isWordPart(sql.at(at))) {
            at++;
        }
        return new Word(sql.slicedText(start, at).toUpperCase(Locale.ROOT), start, at);
    }

    private void skipSymbol() {
        switch (sql.at(at)) {
            case '\'', '"', '`' -> skipQuoted(sql.at(at));
            case '(', '[', '{' -> {
                depth++;
                at++;
            }
            case ')', ']', '}' -> {
                depth--;
                at++;
            }
            default -> at++;
        }
    }

    private void skipQuoted(byte quote) {
        for (at++; at < sql.length(); at++) {
            if (sql.at(at) == '\\') {
                at++;
            } else if (sql.at(at) == quote) {
                at++;
                return;
            }
        }
    }

    private boolean skipBlankOrComment() {
        if (sql.at(at) <= ' ' && sql.at(at) >= 0) {
            at++;
            return true;
        }
        if (startsWith("--") || startsWith("# ") || startsWith("#!")) {
            skipPast("\n");
            return true;
        }
        if (startsWith("/*")) {
            skipPast("*/");
            return true;
        }
        return false;
    }

    private void skipPast(String end) {
        while (at < sql.length() && !startsWith(end)) {
            at++;
        }
        at = Math.min(sql.length(), at + end.length());
    }

    private boolean startsWith(String text) {
        if (at + text.length() > sql.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (sql.at(at + i) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isWordPart(byte b) {
        return b < 0 || b == '_' || Character.isLetterOrDigit(b);
    }
}
