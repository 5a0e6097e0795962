package smarttravel.ingest.prices;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import smarttravel.ingest.prices.PriceWords.Meaning;

/**
 * A piece of a text.
 *
 * @param start where it starts in the text
 * @param end where it ends
 * @param currency of a {@link Kind#CURRENCY}
 * @param meanings of a {@link Kind#WORD}
 */
record PriceToken(
        Kind kind,
        String text,
        int start,
        int end,
        @Nullable CurrencyMark currency,
        Set<Meaning> meanings) {

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
        String text = source.substring(start, end);
        return new PriceToken(kind, text, start, end, null, kind == Kind.WORD ? PriceWords.meanings(text) : Set.of());
    }

    static PriceToken of(CurrencyWords.Found currency, String source, int start) {
        return new PriceToken(
                Kind.CURRENCY,
                source.substring(start, currency.end()),
                start,
                currency.end(),
                currency.mark(),
                Set.of());
    }

    boolean is(String mark) {
        return kind == Kind.MARK && text.equals(mark);
    }
}
