package smarttravel.ingest.structured.items;

import org.jspecify.annotations.Nullable;

/**
 * Makes JSON of what sites put into their scripts: comments of HTML and of JavaScript, CDATA marks, raw line ends and control
 * characters in strings, escapes that JSON does not know, commas too many, semicolons, several values in a row. Strings are
 * left as they are otherwise. One pass; what cannot be mended stays broken and is for the parser to refuse.
 */
final class JsonLdRepair {
    private static final String CDATA = "<![CDATA[";

    private final String script;
    private final StringBuilder mended;
    private int at;
    private int depth;
    private boolean comma;
    private char last;

    private JsonLdRepair(String script) {
        this.script = script;
        this.mended = new StringBuilder(script.length() + 16);
    }

    static String mend(String script) {
        JsonLdRepair repair = new JsonLdRepair(script);
        while (repair.at < script.length()) {
            repair.step(script.charAt(repair.at));
        }
        return repair.mended.toString();
    }

    private void step(char letter) {
        switch (letter) {
            case '"' -> string();
            case '/' -> slash();
            case '<' -> opening();
            case '-' -> dash();
            case ']' -> bracket();
            case ',' -> {
                comma = true;
                at++;
            }
            case ';' -> at++;
            default -> plain(letter);
        }
    }

    private void plain(char letter) {
        at++;
        if (letter <= ' ' || Character.isSpaceChar(letter) || letter == '\uFEFF' || letter == '\u0085') {
            mended.append(' ');
        } else {
            emit(letter);
        }
    }

    /** Writes a letter that counts, and before it the comma that was waiting when one belongs there. */
    private void emit(char letter) {
        boolean closes = letter == '}' || letter == ']';
        if (comma && depth > 0 && !closes && last != '{' && last != '[' && last != ':') {
            mended.append(',');
        } else if (comma && depth == 0) {
            mended.append(' ');
        }
        comma = false;
        if (letter == '{' || letter == '[') {
            depth++;
        } else if (closes) {
            depth--;
        }
        mended.append(letter);
        last = letter;
    }

    private void slash() {
        if (script.startsWith("/*", at)) {
            at = after("*/", at + 2);
        } else if (script.startsWith("//", at)) {
            at += 2;
            while (at < script.length() && (script.charAt(at) == ' ' || script.charAt(at) == '\t')) {
                at++;
            }
            boolean mark = script.startsWith(CDATA, at) || script.startsWith("]]>", at) || script.startsWith("-->", at);
            at = mark ? at : endOfLine(at);
        } else {
            plain('/');
        }
    }

    private void opening() {
        if (script.startsWith(CDATA, at)) {
            at += CDATA.length();
        } else if (script.startsWith("<!--", at)) {
            at += 4;
            at = hidesJson(at) ? at : after("-->", at);
        } else {
            plain('<');
        }
    }

    /** Whether what follows a comment's start is the script itself, hidden from browsers of the last century. */
    private boolean hidesJson(int from) {
        int first = from;
        while (first < script.length() && Character.isWhitespace(script.charAt(first))) {
            first++;
        }
        return first == script.length()
                || script.charAt(first) == '{'
                || script.charAt(first) == '['
                || script.startsWith("//", first);
    }

    private void dash() {
        if (script.startsWith("-->", at)) {
            at += 3;
        } else {
            plain('-');
        }
    }

    private void bracket() {
        if (script.startsWith("]]>", at)) {
            at += 3;
        } else {
            plain(']');
        }
    }

    private int after(String mark, int from) {
        int found = script.indexOf(mark, from);
        return found < 0 ? script.length() : found + mark.length();
    }

    private int endOfLine(int from) {
        int end = from;
        while (end < script.length() && script.charAt(end) != '\n' && script.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    private void string() {
        emit('"');
        at++;
        while (at < script.length()) {
            char letter = script.charAt(at++);
            if (letter == '"') {
                mended.append(letter);
                return;
            }
            if (letter == '\\') {
                escape();
            } else if (letter < ' ') {
                control(letter);
            } else {
                mended.append(letter);
            }
        }
    }

    private void escape() {
        if (at == script.length()) {
            return;
        }
        char letter = script.charAt(at++);
        if ("\"\\/bfnrt".indexOf(letter) >= 0 || (letter == 'u' && hexFollows())) {
            mended.append('\\').append(letter);
        } else if (letter < ' ') {
            control(letter);
        } else {
            mended.append(letter);
        }
    }

    private boolean hexFollows() {
        for (int i = at; i < at + 4; i++) {
            if (i >= script.length() || Character.digit(script.charAt(i), 16) < 0) {
                return false;
            }
        }
        return true;
    }

    private void control(char letter) {
        @Nullable
        String named = switch (letter) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> null;
        };
        if (named != null) {
            mended.append(named);
        } else {
            mended.append(String.format("\\u%04x", (int) letter));
        }
    }
}
