package smarttravel.ingest.prices;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import smarttravel.ingest.prices.PriceToken.Kind;

/** Cuts a plain text into numbers, currencies, words and marks, in one pass. */
final class PriceTokens {
    private static final int LONGEST_CODE_PREFIX = 3;

    private final String text;
    private final List<PriceToken> tokens = new ArrayList<>();
    private int place;

    private PriceTokens(String text) {
        this.text = text;
    }

    /** The pieces of a text that {@link PlainText} has been through. */
    static List<PriceToken> of(String plainText) {
        PriceTokens tokens = new PriceTokens(plainText);
        while (tokens.place < plainText.length()) {
            tokens.take();
        }
        return tokens.tokens;
    }

    private void take() {
        char c = text.charAt(place);
        CurrencyWords.Found currency = CurrencyWords.at(text, place);
        if (currency != null) {
            tokens.add(PriceToken.of(currency, text, place));
            place = currency.end();
        } else if (NumberSpan.startsAt(text, place) || c == '+') {
            number();
        } else if (Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK) {
            word();
        } else if (c == ' ') {
            place++;
        } else {
            add(Kind.MARK, place + Character.charCount(text.codePointAt(place)));
        }
    }

    private void number() {
        boolean afterCurrency = !tokens.isEmpty() && last().kind() == Kind.CURRENCY;
        int code = afterCurrency ? CodeSpan.endOfFullDate(text, place) : CodeSpan.end(text, place);
        if (code > place) {
            add(Kind.CODE, code);
        } else if (text.charAt(place) == '+') {
            add(Kind.MARK, place + 1);
        } else {
            int end = afterCurrency ? NumberSpan.endOfAmount(text, place) : NumberSpan.end(text, place);
            int glued =
                    end < text.length() && CurrencyWords.at(text, end) != null ? end : CodeSpan.endOfGlued(text, end);
            add(glued > end ? Kind.CODE : Kind.NUMBER, Math.max(end, glued));
        }
    }

    private void word() {
        int end = place + 1;
        while (end < text.length() && !isScale(text.charAt(place)) && isWordPart(text.charAt(end))) {
            end++;
        }
        String word = text.substring(place, end);
        boolean codeBefore = end - place <= LONGEST_CODE_PREFIX || word.equals(word.toUpperCase(Locale.ROOT));
        boolean digitGlued = end < text.length() && NumberText.isDigit(text.charAt(end));
        if (digitGlued && codeBefore && CodeSpan.isLatin(text.charAt(place)) && !PriceWords.isLabel(word)) {
            add(Kind.CODE, CodeSpan.endOfWord(text, end));
        } else {
            add(Kind.WORD, end);
        }
    }

    /** Ideographs that multiply and are followed by a currency's without a space. */
    private static boolean isScale(char c) {
        return "万億亿".indexOf(c) >= 0;
    }

    private static boolean isWordPart(char c) {
        return Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private void add(Kind kind, int end) {
        tokens.add(PriceToken.of(kind, text, place, end));
        place = end;
    }

    private PriceToken last() {
        return tokens.get(tokens.size() - 1);
    }
}
