package smarttravel.stack.clickhouse;

/** Text from outside as part of a statement. */
final class SqlLiteral {
    private SqlLiteral() {}

    static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    static String name(String text) {
        return "`" + text.replace("\\", "\\\\").replace("`", "\\`") + "`";
    }
}
