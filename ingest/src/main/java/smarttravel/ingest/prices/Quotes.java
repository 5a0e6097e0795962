package smarttravel.ingest.prices;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import smarttravel.ingest.prices.PriceToken.Kind;
import smarttravel.ingest.prices.PriceWords.Meaning;

/** Gives each number of a text the currency that stands before or after it. */
final class Quotes {
    private static final int NONE = -1;

    private final List<PriceToken> tokens;
    private final Site site;
    private final @Nullable CurrencyMark[] marks;
    private final int[] firsts;
    private final int[] lasts;
    private final String[] digits;

    private Quotes(List<PriceToken> tokens, Site site) {
        this.tokens = tokens;
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
            if (isNumber(i) && lasts[i] != NONE) {
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
            while (isCurrency(end)) {
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
        int before = isNumber(start - 1) ? start - 1 : NONE;
        int after = numberAfter(end);
        if (before != NONE && after != NONE && end > start) {
            give(before, start, start);
            give(after, end, end);
        } else if (isSplitMark(before, start, after)) {
            digits[before] = digits[before] + PlainText.ARABIC_DECIMAL + digits[after];
            give(before, start, end);
            lasts[before] = after;
            lasts[after] = NONE;
        } else if (after == NONE || (before != NONE && belongsBefore(before, end, after))) {
            give(before, start, end);
        } else {
            give(after, start, end);
        }
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
        if (isNumber(end + 1)) {
            return end + 1;
        }
        boolean joined =
                end + 1 < tokens.size() && ":.-".contains(tokens.get(end + 1).text());
        boolean negative = joined && tokens.get(end + 1).is("-");
        return joined && isNumber(end + 2) && (!negative || isGlued(end + 1)) ? end + 2 : NONE;
    }

    private boolean belongsBefore(int before, int end, int after) {
        boolean gluedBefore = isGlued(before);
        boolean gluedAfter = isGlued(end);
        if (gluedBefore != gluedAfter) {
            return gluedBefore;
        }
        if (marks[before] != null && firsts[before] < before) {
            return false;
        }
        return isCounting(after) || (isCurrency(after + 1) && !isNumber(after + 2));
    }

    /** {@code 35€ 99}: the sign stands where the decimal separator would. */
    private boolean isSplitMark(int before, int sign, int after) {
        if (before == NONE || after != sign + 1 || marks[before] != null || !isGlued(before)) {
            return false;
        }
        String cents = tokens.get(after).text();
        boolean short3 = cents.chars().allMatch(c -> NumberText.isDigit((char) c)) && cents.length() <= 3;
        boolean oneSpace = tokens.get(after).start() == tokens.get(sign).end() + 1;
        return short3
                && (isGlued(sign) || (oneSpace && cents.length() == 2))
                && !Character.isLetter(tokens.get(sign).text().charAt(0))
                && tokens.get(before).text().chars().allMatch(c -> c != ',' && c != '.')
                && !isCurrency(after + 1)
                && !isCounting(after);
    }

    private boolean isCounting(int number) {
        if (number + 1 >= tokens.size()) {
            return false;
        }
        PriceToken next = tokens.get(number + 1);
        return next.is("%") || next.meanings().contains(Meaning.COUNTED);
    }

    /** Whether nothing stands between a token and the next. */
    private boolean isGlued(int index) {
        return index + 1 < tokens.size()
                && tokens.get(index).end() == tokens.get(index + 1).start();
    }

    private boolean isNumber(int index) {
        return index >= 0 && index < tokens.size() && tokens.get(index).kind() == Kind.NUMBER;
    }

    private boolean isCurrency(int index) {
        return index < tokens.size() && tokens.get(index).kind() == Kind.CURRENCY;
    }
}
