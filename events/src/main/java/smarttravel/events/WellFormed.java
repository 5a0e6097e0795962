package smarttravel.events;

/** Half a pair of UTF-16 surrogates is not text: it has no UTF-8, so that no JSON can be written of it. */
final class WellFormed {
    private WellFormed() {}

    /** Whether every surrogate has its partner. */
    static boolean is(String text) {
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (Character.isSurrogate(letter)) {
                boolean pair = i + 1 < text.length() && Character.isSurrogatePair(letter, text.charAt(i + 1));
                if (!pair) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    /** The text with U+FFFD in place of every lone surrogate. */
    static String of(String text) {
        if (is(text)) {
            return text;
        }
        StringBuilder mended = new StringBuilder(text.length());
        text.codePoints()
                .map(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? 0xfffd : point)
                .forEach(mended::appendCodePoint);
        return mended.toString();
    }
}
