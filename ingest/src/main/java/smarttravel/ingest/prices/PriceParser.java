package smarttravel.ingest.prices;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import smarttravel.ingest.prices.PriceReading.NoPrice;
import smarttravel.ingest.prices.PriceReading.Price;
import smarttravel.ingest.prices.PriceReading.Reason;
import smarttravel.ingest.prices.PriceToken.Kind;
import smarttravel.ingest.prices.PriceWords.Meaning;
import smarttravel.ingest.prices.Quote.Role;
import smarttravel.ingest.prices.QuoteRoles.Judged;

/**
 * Reads prices from the words of pages. Stateless, safe for use by several threads.
 *
 * <p>text → {@link PlainText} → {@link PriceTokens} → {@link CentsApart} → {@link Quotes} (numbers and their currencies) → {@link QuoteRoles}
 * (what each is for) → {@link PriceChoice}. Each step takes time in proportion to the text.
 */
public final class PriceParser {
    /** A longer text is a page and no price. */
    static final int LONGEST_TEXT = 4_096;

    private static final int MESSAGE_TEXT = 80;

    private PriceParser() {}

    /**
     * Reads a text.
     *
     * @param text as the page shows it, without markup
     */
    public static PriceReading read(String text, PriceHint hint) {
        return read(text, hint, judged -> judged);
    }

    /**
     * Reads a text that is known to stand where a price before or taxes stand: what its words call so is what is wanted.
     *
     * @param text as the page shows it, without markup
     */
    public static PriceReading readBeside(String text, PriceHint hint) {
        return read(text, hint, PriceParser::whateverItIsCalled);
    }

    private static Judged whateverItIsCalled(Judged judged) {
        return switch (judged.role()) {
            case LIST, LIST_ALONE, TAX -> new Judged(judged.quote(), Role.PRICE);
            default -> judged;
        };
    }

    private static PriceReading read(String text, PriceHint hint, UnaryOperator<Judged> seenAs) {
        if (text.length() > LONGEST_TEXT) {
            return new NoPrice(Reason.NO_AMOUNT, "the text has more than " + LONGEST_TEXT + " characters");
        }
        List<PriceToken> tokens = CentsApart.joined(PriceTokens.of(PlainText.of(text)));
        Site site = Site.of(hint);
        List<Quote> quotes = Quotes.in(tokens, site);
        List<Judged> judged = QuoteRoles.of(tokens, quotes).stream().map(seenAs).toList();
        PriceReading reading = quotes.stream().allMatch(Quote::isBare) && isOnRequest(tokens)
                ? new NoPrice(Reason.ON_REQUEST, "the seller wants to be asked")
                : new PriceChoice(judged, site).choose();
        if (quotes.isEmpty() && isFree(tokens)) {
            return new Price(BigDecimal.ZERO, Optional.empty(), Optional.empty(), Optional.empty());
        }
        return reading instanceof NoPrice none ? explained(none, text) : reading;
    }

    private static NoPrice explained(NoPrice none, String text) {
        String shown = text.length() > MESSAGE_TEXT ? text.substring(0, MESSAGE_TEXT) + "…" : text;
        return new NoPrice(none.reason(), "'" + shown + "': " + none.message());
    }

    private static boolean isOnRequest(List<PriceToken> tokens) {
        return tokens.stream().anyMatch(token -> isWord(token, Meaning.ON_REQUEST));
    }

    /** Whether "free" is all that is said: free shipping or a free cancellation is no price. */
    private static boolean isFree(List<PriceToken> tokens) {
        return tokens.stream().anyMatch(token -> isWord(token, Meaning.FREE))
                && tokens.stream()
                        .allMatch(token -> token.kind() == Kind.MARK
                                || isWord(token, Meaning.FREE)
                                || isWord(token, Meaning.PRICE)
                                || isWord(token, Meaning.NOW));
    }

    private static boolean isWord(PriceToken token, Meaning meaning) {
        return token.meanings().contains(meaning);
    }
}
