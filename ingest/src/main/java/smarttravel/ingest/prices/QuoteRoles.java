package smarttravel.ingest.prices;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import smarttravel.ingest.prices.PriceToken.Kind;
import smarttravel.ingest.prices.PriceWords.Meaning;
import smarttravel.ingest.prices.Quote.Role;

/** Tells what each number of a text is for, by the words and marks around it. */
final class QuoteRoles {
    /** Labels that reach over a bare number to the next: {@code antes (2 noches) USD 500}. */
    private static final Set<Meaning> REACHING =
            Set.of(Meaning.LIST, Meaning.LIST_ALONE, Meaning.NOW, Meaning.TAX, Meaning.INSTALMENT, Meaning.PHONE);

    private final PartsOfText parts;
    private final List<Quote> quotes;
    private final List<Role> roles = new ArrayList<>();
    private final List<Quote> read = new ArrayList<>();
    private @Nullable Meaning label;
    private int labelledUpTo;
    private boolean rangeOpen;

    private QuoteRoles(List<PriceToken> tokens, List<Quote> quotes) {
        this.parts = new PartsOfText(tokens);
        this.quotes = quotes;
    }

    /** A number and what it is for. */
    record Judged(Quote quote, Role role) {}

    static List<Judged> of(List<PriceToken> tokens, List<Quote> quotes) {
        QuoteRoles roles = new QuoteRoles(tokens, quotes);
        List<Judged> judged = new ArrayList<>();
        for (int i = 0; i < quotes.size(); i++) {
            roles.judge(i);
            judged.add(new Judged(roles.read.get(i), roles.roles.get(i)));
        }
        return judged;
    }

    private void judge(int index) {
        Quote quote = quotes.get(index);
        if (rangeOpen) {
            rangeOpen = false;
            add(quote, Role.NONE);
            return;
        }
        Meaning carried = index > 0 && carries(index - 1) ? label : null;
        label = LabelBefore.of(parts.tokens(), labelledUpTo, quote.first(), carried);
        labelledUpTo = quote.last() + 1;
        Quote next = index + 1 < quotes.size() ? quotes.get(index + 1) : null;
        Optional<CurrencyMark> mark = quote.currency();
        if (next != null && isRange(quote, next)) {
            rangeOpen = true;
            mark = mark.or(next::currency);
        }
        Quote whole = rangeOpen && next != null
                ? new Quote(quote.first(), next.last(), quote.digits(), mark, quote.amount())
                : quote;
        add(whole, role(index, whole));
    }

    private void add(Quote quote, Role role) {
        read.add(quote);
        roles.add(role);
    }

    private boolean carries(int index) {
        return roles.get(index) == Role.NONE && read.get(index).isBare() && label != null && REACHING.contains(label);
    }

    private Role role(int index, Quote quote) {
        if (isNegative(quote) || isRating(index, quote) || isPercent(quote)) {
            return Role.NONE;
        }
        if (quote.isBare() && isNoMoney(index, quote)) {
            return Role.NONE;
        }
        Role after = new WordsAfter(parts, quote, nextFirst(index)).role();
        if (after == Role.NONE) {
            return Role.NONE;
        }
        boolean onTop = index > 0 && isOnTop(index, quote);
        if (after == Role.TAX) {
            return onTop || !parts.hasBetween(quote.first() - 4, quote.first(), Meaning.INCLUDING)
                    ? Role.TAX
                    : Role.NONE;
        }
        if (onTop && parts.meansAfterLinks(quote.last() + 1, Meaning.TAX)) {
            return Role.TAX;
        }
        Role labelled = labelled();
        if (labelled == Role.PLAIN || labelled == Role.PRICE) {
            labelled = isAmongUnclear(index, quote) ? Role.OPEN : onTop ? Role.NONE : labelled;
        }
        boolean open = labelled == Role.PLAIN || labelled == Role.PRICE;
        return after != null && open ? consumed(after, quote) : labelled;
    }

    private Role consumed(Role after, Quote quote) {
        labelledUpTo = after == Role.LIST ? quote.last() + 2 : labelledUpTo;
        return after;
    }

    private Role labelled() {
        if (label == null) {
            return Role.PLAIN;
        }
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

    private int nextFirst(int index) {
        return index + 1 < quotes.size()
                ? quotes.get(index + 1).first()
                : parts.tokens().size();
    }

    /** {@code -$15}: a minus that no space parts from the amount, and that follows no other amount. */
    private boolean isNegative(Quote quote) {
        int minus = quote.first() - 1;
        for (int i = quote.first(); i < quote.last(); i++) {
            if (parts.isMark(i, "-") && parts.touch(i, i + 1)) {
                return true;
            }
        }
        PriceToken before = parts.at(minus - 1);
        boolean afterAmount = before.kind() == Kind.NUMBER || before.kind() == Kind.CURRENCY;
        boolean glued = before.kind() != Kind.MARK && parts.touch(minus - 1, minus);
        return parts.isMark(minus, "-") && parts.touch(minus, quote.first()) && !afterAmount && !glued;
    }

    private boolean isPercent(Quote quote) {
        if (parts.isMark(quote.last() + 1, "%")) {
            int past = quote.last() + 2;
            while (parts.means(past, Meaning.LINK) || parts.means(past, Meaning.DISCOUNT)) {
                past++;
            }
            labelledUpTo = past;
            return true;
        }
        return parts.isMark(quote.first() - 1, "%") && parts.touch(quote.first() - 1, quote.first());
    }

    /** {@code 8,9 / 10} and {@code 16 von 5}: neither number is money. */
    private boolean isRating(int index, Quote quote) {
        return isRatingWith(quote, index + 1 < quotes.size() ? quotes.get(index + 1) : null)
                || (index > 0 && isRatingWith(quotes.get(index - 1), quote));
    }

    private boolean isRatingWith(Quote rate, @Nullable Quote scale) {
        if (scale == null
                || !rate.isBare()
                || !scale.isBare()
                || !Set.of("5", "10", "100").contains(scale.digits())) {
            return false;
        }
        int between = scale.first() - rate.last() - 1;
        boolean marked = parts.isMark(rate.last() + 1, "/") || parts.means(rate.last() + 1, Meaning.RATING_OF);
        return marked && (between == 1 || (between == 2 && parts.means(scale.first() - 1, Meaning.RATING_OF)));
    }

    private boolean isNoMoney(int index, Quote quote) {
        boolean labelled = label == Meaning.CODE || label == Meaning.PHONE;
        int wordBefore = parts.isMark(quote.first() - 1, ",") ? quote.first() - 2 : quote.first() - 1;
        boolean month =
                parts.means(wordBefore, Meaning.MONTH) || parts.meansAfterLinks(quote.last() + 1, Meaning.MONTH);
        boolean marked = parts.isMark(quote.first() - 1, "#№") || parts.isMark(quote.last() + 1, "★☆°");
        return labelled
                || month
                || marked
                || quote.looksLikeCode()
                || parts.means(quote.last() + 1, Meaning.COUNTED)
                || isCountOfParts(index, quote);
    }

    /** The 12 of {@code 12 x $ 100} and of {@code $ 100 x 12}. */
    private boolean isCountOfParts(int index, Quote quote) {
        boolean before = parts.isTimes(quote.last() + 1) && index + 1 < quotes.size();
        boolean after = parts.isTimes(quote.first() - 1) && index > 0;
        return before || after;
    }

    /** {@code 2 x $ 50.000}: two for that, or two of those? */
    private boolean isAmongUnclear(int index, Quote quote) {
        boolean counted = index > 0
                && parts.isTimes(quote.first() - 1)
                && quotes.get(index - 1).isBare()
                && quotes.get(index - 1).last() == quote.first() - 2;
        boolean parted = parts.isTimes(quote.last() + 1)
                && index + 1 < quotes.size()
                && quotes.get(index + 1).first() == quote.last() + 2
                && quotes.get(index + 1).isBare()
                && !isPeople(quotes.get(index + 1).last() + 1);
        return quote.amount() == null || counted || parted;
    }

    private boolean isPeople(int index) {
        return parts.means(index, Meaning.COUNTED) && !parts.means(index, Meaning.INSTALMENT);
    }

    /** Whether a plus stands before an amount that follows another: it is not the price itself. */
    private boolean isOnTop(int index, Quote quote) {
        int start = quotes.get(index - 1).last();
        boolean money = roles.get(index - 1) != Role.NONE;
        for (int i = quote.first() - 1; money && i > start; i--) {
            if (parts.isMark(i, "+") || parts.at(i).text().equalsIgnoreCase("más")) {
                return true;
            }
        }
        return false;
    }

    private boolean isRange(Quote low, Quote high) {
        int middle = low.last() + 1;
        boolean joined = high.first() == middle + 1
                && (parts.isMark(middle, "-~" + PlainText.DASH) || parts.means(middle, Meaning.RANGE));
        boolean counts = high.isBare() && parts.means(high.last() + 1, Meaning.COUNTED) && !low.isBare();
        return joined
                && !counts
                && low.amount() != null
                && high.amount() != null
                && low.amount().compareTo(high.amount()) <= 0;
    }
}
