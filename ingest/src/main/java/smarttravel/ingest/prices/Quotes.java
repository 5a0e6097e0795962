package smarttravel.ingest.prices;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gives each number of a text the currency that stands before or after it. */
final class Quotes {
    private static final int NONE = -1;

    private final List<PriceToken> tokens;
    private final NumberLooks looks;
    private final Site site;
    private final @Nullable CurrencyMark[] marks;
    private final int[] firsts;
    private final int[] lasts;
    private final String[] digits;

    private Quotes(List<PriceToken> tokens, Site site) {
        this.tokens = tokens;
        this.looks = new NumberLooks(new PartsOfText(tokens));
        this.site = site;
        this.marks = new @Nullable CurrencyMark[tokens.size()];
        this.firsts = new int[tokens.size()];
        this.lasts = new int[tokens.size()];
        this.digits = new String[tokens.size()];
        Arrays.setAll(digits, i -> tokens.get(i).text());
        Arrays.setAll(firsts, i -> i);
        Arrays.setAll(lasts, i -> i);
    }

    /** The numbers in their order. */
    static List<Quote> in(List<PriceToken> tokens, Site site) {
        Quotes quotes = new Quotes(tokens, site);
        quotes.attachAll();
        return quotes.all();
    }

    private List<Quote> all() {
        List<Quote> all = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (looks.isNumber(i) && lasts[i] != NONE) {
                Optional<CurrencyMark> mark = Optional.ofNullable(marks[i]);
                BigDecimal amount = NumberText.read(digits[i], site.style(mark));
                all.add(new Quote(firsts[i], lasts[i], digits[i], mark, amount));
            }
        }
        return all;
    }

    private void attachAll() {
        int i = 0;
        while (i < tokens.size()) {
            int end = i;
            while (looks.isCurrency(end)) {
                end++;
            }
            if (end > i) {
                attach(i, end - 1);
            }
            i = Math.max(end, i + 1);
        }
    }

    /** Attaches a run of currencies; two between two numbers are one for each. */
    private void attach(int start, int end) {
        int before = looks.isNumber(start - 1) ? start - 1 : NONE;
        int after = numberAfter(end);
        if (before != NONE && after != NONE && end > start) {
            give(before, start, start);
            give(after, end, end);
        } else if (isSplitMark(before, start, after)) {
            join(before, PlainText.ARABIC_DECIMAL, after);
            give(before, start, end);
        } else if (isEither(before, end, after)) {
            join(before, ' ', after);
            give(before, start, end);
        } else if (after == NONE || (before != NONE && belongsBefore(before, end, after))) {
            give(before, start, end);
        } else {
            give(after, start, end);
        }
    }

    private void join(int before, char between, int after) {
        digits[before] = digits[before] + between + digits[after];
        lasts[before] = after;
        lasts[after] = NONE;
    }

    private void give(int number, int start, int end) {
        if (number == NONE) {
            return;
        }
        for (int i = start; i <= end; i++) {
            CurrencyMark mark = tokens.get(i).currency();
            CurrencyMark known = marks[number];
            if (mark != null) {
                marks[number] = known == null ? mark : known.narrowedBy(mark);
            }
        }
        firsts[number] = Math.min(firsts[number], start);
        lasts[number] = Math.max(lasts[number], end);
    }

    private int numberAfter(int end) {
        if (looks.isNumber(end + 1)) {
            return end + 1;
        }
        boolean joined =
                end + 1 < tokens.size() && ":.-".contains(tokens.get(end + 1).text());
        boolean negative = joined && tokens.get(end + 1).is("-");
        return joined && looks.isNumber(end + 2) && (!negative || looks.isGlued(end + 1)) ? end + 2 : NONE;
    }

    private boolean belongsBefore(int before, int end, int after) {
        boolean gluedBefore = looks.isGlued(before);
        if (gluedBefore != looks.isGlued(end)) {
            return gluedBefore;
        }
        if (looks.isCount(after)) {
            return true;
        }
        if (hasOwn(before)) {
            return looks.isTiny(after) && settles(end, before);
        }
        boolean hasItsOwn = looks.isCurrency(after + 1) && !looks.isNumber(after + 2);
        return hasItsOwn || (!gluedBefore && looks.isMoney(before) && looks.isSmall(after));
    }

    /** Whether a currency stands before the number already. */
    private boolean hasOwn(int number) {
        return marks[number] != null && firsts[number] < number;
    }

    /** Whether a currency says which of several a number's own is: {@code $ 899 USD}. */
    private boolean settles(int currency, int number) {
        CurrencyMark own = marks[number];
        CurrencyMark mark = tokens.get(currency).currency();
        return own != null
                && mark != null
                && !own.isCertain()
                && mark.isCertain()
                && own.codes().containsAll(mark.codes());
    }

    /** A spaced currency between two numbers of which either could be its amount: together they cannot be read. */
    private boolean isEither(int before, int sign, int after) {
        return before != NONE
                && after == sign + 1
                && marks[before] == null
                && !looks.isGlued(before)
                && !looks.isGlued(sign)
                && looks.isEither(before, after);
    }

    /** {@code 35€ 99}: the sign stands where the decimal separator would. */
    private boolean isSplitMark(int before, int sign, int after) {
        if (before == NONE || after != sign + 1 || marks[before] != null || !looks.isGlued(before)) {
            return false;
        }
        String cents = tokens.get(after).text();
        boolean short3 = cents.chars().allMatch(c -> NumberText.isDigit((char) c)) && cents.length() <= 3;
        boolean oneSpace = tokens.get(after).start() == tokens.get(sign).end() + 1;
        return short3
                && (looks.isGlued(sign) || (oneSpace && cents.length() == 2))
                && !Character.isLetter(tokens.get(sign).text().charAt(0))
                && tokens.get(before).text().chars().allMatch(c -> c != ',' && c != '.')
                && !looks.isCurrency(after + 1)
                && !looks.isCount(after);
    }
}
