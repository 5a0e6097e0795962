package smarttravel.ingest.prices;

/**
 * One way of writing for what pages write in many: digits of every script become 0 to 9, spaces of every width one space,
 * apostrophes, minus signs and full-width signs their ASCII brothers; what cannot be seen is dropped. Line ends stay.
 */
final class PlainText {
    /** An en dash: stands between the ends of a range, never before a negative number. */
    static final char DASH = '\u2013';
    /** Always before decimals, whatever else is in the number. */
    static final char ARABIC_DECIMAL = '\u066B';
    /** Always between groups. */
    static final char ARABIC_GROUP = '\u066C';

    private static final int FULL_WIDTH_FIRST = 0xFF01;
    private static final int FULL_WIDTH_LAST = 0xFF5E;
    private static final int FULL_WIDTH_OFFSET = 0xFEE0;

    private PlainText() {}

    static String of(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(point -> append(point, plain));
        return plain.toString();
    }

    private static void append(int point, StringBuilder plain) {
        if (Character.getType(point) == Character.DECIMAL_DIGIT_NUMBER) {
            plain.append((char) ('0' + Character.digit(point, 10)));
        } else if (point == '\n' || point == '\r' || point == 0x2028 || point == 0x2029) {
            plain.append('\n');
        } else if (Character.isSpaceChar(point) || Character.isWhitespace(point)) {
            plain.append(' ');
        } else if (point >= FULL_WIDTH_FIRST && point <= FULL_WIDTH_LAST) {
            append(point - FULL_WIDTH_OFFSET, plain);
        } else if (Character.getType(point) != Character.FORMAT && !Character.isISOControl(point)) {
            plain.appendCodePoint(sign(point));
        }
    }

    private static int sign(int point) {
        return switch (point) {
            case '\u2018', '\u2019', '\u02BC', '\u00B4', '`', '\u2032', '\u02BB' -> '\'';
            case '\u2212', '\u2010', '\u2011', '\uFE63', '\u207B' -> '-';
            case '\u2012', '\u2014', '\u2015' -> DASH;
            case '\uFE69', '\uFF04' -> '$';
            case '\uFFE0' -> '\u00A2';
            case '\uFFE1' -> '\u00A3';
            case '\uFFE5' -> '\u00A5';
            case '\uFFE6' -> '\u20A9';
            case '\u066A', '\uFE6A' -> '%';
            case '\u060C', '\u3001', '\uFE50' -> ',';
            case '\u3002', '\u06D4' -> '.';
            default -> point;
        };
    }
}
