package smarttravel.ingest.prices;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import smarttravel.ingest.prices.PriceWords.Meaning;
import smarttravel.ingest.prices.Quote.Role;

/** Tells what each number of a text is for, by the words and marks around it. */
final class QuoteRoles {
    /** Labels that reach over a bare number to the next: {@code antes (2 noches) USD 500}. */
    private static final Set<Meaning> REACHING =
            Set.of(Meaning.LIST, Meaning.LIST_ALONE, Meaning.NOW, Meaning.TAX, Meaning.INSTALMENT, Meaning.PHONE);

    private final PartsOfText parts;
    private final List<Quote> quotes;
    private final List<Quote> read = new ArrayList<>();
    private final List<Role> roles = new ArrayList<>();
    private @Nullable Meaning label;
    private int labelledUpTo;

    private QuoteRoles(List<PriceToken> tokens, List<Quote> quotes) {
        this.parts = new PartsOfText(tokens);
        this.quotes = quotes;
    }

    /** A number and what it is for. */
    record Judged(Quote quote, Role role) {}

    static List<Judged> of(List<PriceToken> tokens, List<Quote> quotes) {
        QuoteRoles roles = new QuoteRoles(tokens, quotes);
        int next = 0;
        while (next < quotes.size()) {
            next += roles.judge(next);
        }
        List<Judged> judged = new ArrayList<>();
        for (int i = 0; i < roles.read.size(); i++) {
            judged.add(new Judged(roles.read.get(i), roles.roles.get(i)));
        }
        return judged;
    }

    /** Judges a number, or both ends of a range as its lower end, and tells how many that were. */
    private int judge(int index) {
        Neighbours around = new Neighbours(parts, quotes, index);
        Quote quote = quotes.get(index);
        label = LabelBefore.of(parts.tokens(), labelledUpTo, quote.first(), carries() ? label : null);
        boolean range = around.isRange();
        Quote whole = range ? quote.upTo(quotes.get(index + 1)) : quote;
        labelledUpTo = whole.last() + 1;
        Neighbours last = range ? new Neighbours(parts, quotes, index + 1) : around;
        Role role = isNever(around, whole) || isNever(last, whole) ? Role.NONE : role(around, whole);
        read.add(whole);
        roles.add(role);
        return range ? 2 : 1;
    }

    private boolean carries() {
        int before = roles.size() - 1;
        return before >= 0
                && roles.get(before) == Role.NONE
                && read.get(before).isBare()
                && label != null
                && REACHING.contains(label);
    }

    private boolean isNever(Neighbours around, Quote quote) {
        if (around.isPercent()) {
            skipWhatIsSaved(quote);
            return true;
        }
        boolean code = label == Meaning.CODE || label == Meaning.PHONE || around.isCountOrCode();
        return around.isNegative() || around.isRating() || (quote.isBare() && code);
    }

    /** What follows a percentage belongs to it: {@code 20 % de descuento}. */
    private void skipWhatIsSaved(Quote quote) {
        label = null;
        int past = quote.last() + 2;
        while (parts.means(past, Meaning.LINK) || parts.means(past, Meaning.DISCOUNT)) {
            past++;
        }
        labelledUpTo = Math.min(past, parts.tokens().size());
    }

    private Role role(Neighbours around, Quote quote) {
        WordsAfter words = new WordsAfter(parts, quote, around.after());
        Role after = words.role();
        boolean onTop = isOnTop(quote);
        skipWhatBelongsTo(words, around);
        if (after == Role.NONE || around.isPartOfMany()) {
            return Role.NONE;
        }
        if (onTop && parts.meansAfterLinks(quote.last() + 1, Meaning.TAX)) {
            return Role.TAX;
        }
        if (after == Role.TAX) {
            return parts.hasBetween(quote.first() - 4, quote.first(), Meaning.INCLUDING) ? Role.NONE : Role.TAX;
        }
        Role labelled = labelled(around, quote);
        if (labelled != Role.PLAIN && labelled != Role.PRICE) {
            return labelled;
        }
        if (around.isUnclear() || onTop) {
            return around.isUnclear() ? Role.OPEN : Role.NONE;
        }
        labelledUpTo = after == Role.LIST ? quote.last() + 2 : labelledUpTo;
        return after == null ? labelled : after;
    }

    /** Words after an amount that is saved or paid in parts say nothing of the next amount. */
    private void skipWhatBelongsTo(WordsAfter words, Neighbours around) {
        if (words.isSaved()) {
            labelledUpTo = words.endOfSaved();
        } else if (label == Meaning.INSTALMENT || around.isPartOfMany()) {
            labelledUpTo = words.endOfWithoutInterest();
        }
    }

    private Role labelled(Neighbours around, Quote quote) {
        int before = roles.size() - 1;
        if (around.isReducedTo()) {
            roles.set(before, Role.LIST);
            return Role.PRICE;
        }
        if (label == Meaning.EXCLUDING && before >= 0 && quote.isMoreThan(read.get(before))) {
            roles.set(before, Role.SECOND);
            return Role.PLAIN;
        }
        return label == null ? Role.PLAIN : labelled(label);
    }

    private static Role labelled(Meaning label) {
        return switch (label) {
            case LIST -> Role.LIST;
            case LIST_ALONE -> Role.LIST_ALONE;
            case NOW -> Role.PRICE;
            case TAX -> Role.TAX;
            case EXCLUDING -> Role.SECOND;
            case INSTALMENT, DISCOUNT, OTHER -> Role.NONE;
            default -> Role.PLAIN;
        };
    }

    /** Whether a plus stands before an amount that follows another: it is not the price itself. */
    private boolean isOnTop(Quote quote) {
        int before = roles.size() - 1;
        if (before < 0 || roles.get(before) == Role.NONE) {
            return false;
        }
        for (int i = quote.first() - 1; i > read.get(before).last(); i--) {
            if (parts.isMark(i, "+") || PriceWords.folded(parts.at(i).text()).equals("mas")) {
                return true;
            }
        }
        return false;
    }
}
