package smarttravel.ingest.prices;

import org.jspecify.annotations.Nullable;

/**
 * A piece of a text.
 *
 * @param start where it starts in the text
 * @param end where it ends
 * @param currency of a {@link Kind#CURRENCY}
 */
record PriceToken(
        Kind kind,
        String text,
        int start,
        int end,
        @Nullable CurrencyMark currency) {

    /** What a piece is by its looks. */
    enum Kind {
        /** Digits and what stands between them. */
        NUMBER,
        /** Digits that are no amount by their looks: a date, a time, a phone number, a code. */
        CODE,
        /** A sign, code or word of a currency. */
        CURRENCY,
        /** Letters. */
        WORD,
        /** Any other character. */
        MARK
    }

    static PriceToken of(Kind kind, String source, int start, int end) {
        return new PriceToken(kind, source.substring(start, end), start, end, null);
    }

    boolean is(String mark) {
        return kind == Kind.MARK && text.equals(mark);
    }
}
