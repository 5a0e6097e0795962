package smarttravel.sql;

import java.util.ArrayList;
import java.util.List;

/** Cuts a file into statements at the semicolons outside of comments, strings and quoted names. */
final class StatementSplitter {
    private final String text;
    private final List<String> statements = new ArrayList<>();
    private final StringBuilder statement = new StringBuilder();
    private int at;

    private StatementSplitter(String text) {
        this.text = text;
    }

    /** The statements without comments, in order. */
    static List<String> split(String text) {
        StatementSplitter splitter = new StatementSplitter(text);
        while (splitter.at < text.length()) {
            splitter.step();
        }
        splitter.end();
        return List.copyOf(splitter.statements);
    }

    private void step() {
        if (text.startsWith("--", at)) {
            skipTo("\n");
        } else if (text.startsWith("/*", at)) {
            skipTo("*/");
            at = Math.min(text.length(), at + 2);
        } else if (text.charAt(at) == ';') {
            end();
            at++;
        } else if ("'\"`".indexOf(text.charAt(at)) >= 0) {
            copyQuoted(text.charAt(at));
        } else {
            statement.append(text.charAt(at++));
        }
    }

    private void skipTo(String end) {
        int found = text.indexOf(end, at);
        at = found < 0 ? text.length() : found;
    }

    private void copyQuoted(char quote) {
        int start = at;
        for (at++; at < text.length() && text.charAt(at) != quote; at++) {
            if (text.charAt(at) == '\\') {
                at++;
            }
        }
        at = Math.min(text.length(), at + 1);
        statement.append(text, start, at);
    }

    private void end() {
        String complete = statement.toString().strip();
        if (!complete.isEmpty()) {
            statements.add(complete);
        }
        statement.setLength(0);
    }
}
