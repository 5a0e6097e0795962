package smarttravel.ingest.prices;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import smarttravel.ingest.prices.PriceToken.Kind;

/**
 * Joins an amount and its cents where pages set them apart by size and only a space is left of that: {@code 12 99 €}.
 *
 * <p>A text that is nothing but such an amount and its currency is read. In any other the two digits may as well be something
 * else: the two become one number that cannot be read.
 */
final class CentsApart {
    private static final Pattern CENTS = Pattern.compile("\\d\\d");
    private static final int AMOUNT_CENTS_AND_CURRENCY = 3;

    private final List<PriceToken> tokens;
    private final PartsOfText parts;
    private final NumberLooks looks;

    private CentsApart(List<PriceToken> tokens) {
        this.tokens = tokens;
        this.parts = new PartsOfText(tokens);
        this.looks = new NumberLooks(parts);
    }

    static List<PriceToken> joined(List<PriceToken> tokens) {
        CentsApart cents = new CentsApart(tokens);
        List<PriceToken> joined = new ArrayList<>(tokens.size());
        int i = 0;
        while (i < tokens.size()) {
            boolean both = cents.follow(i);
            joined.add(both ? cents.join(i) : tokens.get(i));
            i += both ? 2 : 1;
        }
        return joined;
    }

    /** Whether cents follow a number, one space apart, with a currency before or after the two. */
    private boolean follow(int amount) {
        int cents = amount + 1;
        return looks.isNumber(amount)
                && looks.isNumber(cents)
                && parts.at(cents).start() == parts.at(amount).end() + 1
                && CENTS.matcher(parts.at(cents).text()).matches()
                && (looks.isCurrency(amount - 1) || looks.isCurrency(cents + 1))
                && isWhole(parts.at(amount).text())
                && !looks.isNamed(amount)
                && !looks.isCount(cents)
                && !parts.isMark(cents + 1, "/")
                && !parts.isTimes(cents + 1);
    }

    private static boolean isWhole(String digits) {
        BigDecimal amount = NumberText.read(digits, NumberStyle.UNKNOWN);
        return amount != null && amount.scale() == 0 && NumberText.isDigit(digits.charAt(digits.length() - 1));
    }

    private PriceToken join(int index) {
        PriceToken amount = tokens.get(index);
        PriceToken cents = tokens.get(index + 1);
        char between = tokens.size() == AMOUNT_CENTS_AND_CURRENCY ? PlainText.ARABIC_DECIMAL : ' ';
        String text = amount.text() + between + cents.text();
        return new PriceToken(Kind.NUMBER, text, amount.start(), cents.end(), null, amount.meanings());
    }
}
