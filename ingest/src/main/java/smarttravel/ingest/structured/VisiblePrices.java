package smarttravel.ingest.structured;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import smarttravel.ingest.structured.items.VisibleText;

/**
 * The prices that a person sees inside an element. Each is every number it may mean, so that a machine's price can be compared
 * without knowing how the site writes numbers.
 *
 * @param byMeaning the same, by each number without trailing zeros
 * @param whole whether all of the element's text was looked at
 */
record VisiblePrices(List<Seen> prices, Map<BigDecimal, Seen> byMeaning, boolean whole) {
    static final VisiblePrices NONE = new VisiblePrices(List.of(), Map.of(), true);

    private static final int LONGEST = 30_000;
    private static final Pattern GROUPS = Pattern.compile("[' ’]");
    private static final Pattern SIGNS = Pattern.compile("[.,]");
    private static final Set<String> STRUCK = Set.of("s", "del", "strike");

    /** A price as it is written, and what it may mean. */
    record Seen(String written, Set<BigDecimal> meanings, boolean struck) {}

    /** The price that may mean the amount, {@code null} when none does. */
    @Nullable
    Seen meaning(BigDecimal amount) {
        return byMeaning.get(amount.stripTrailingZeros());
    }

    static VisiblePrices in(Element element) {
        String text = VisibleText.of(element, LONGEST);
        List<String> all = WrittenPrices.in(text);
        List<String> struck = all.size() == 2 ? struck(element) : List.of();
        List<Seen> prices = new ArrayList<>();
        Map<BigDecimal, Seen> byMeaning = new HashMap<>();
        for (String written : all) {
            Seen price = new Seen(written, meanings(written), struck.contains(written));
            prices.add(price);
            price.meanings().forEach(meaning -> byMeaning.putIfAbsent(meaning.stripTrailingZeros(), price));
        }
        return new VisiblePrices(prices, byMeaning, text.length() < LONGEST);
    }

    private static List<String> struck(Element element) {
        List<String> struck = new ArrayList<>();
        element.stream().forEach(inner -> {
            if (STRUCK.contains(inner.normalName())) {
                struck.addAll(WrittenPrices.in(VisibleText.of(inner, 200)));
            }
        });
        return struck;
    }

    private static Set<BigDecimal> meanings(String written) {
        String number = GROUPS.matcher(written).replaceAll("");
        int sign = Math.max(number.lastIndexOf('.'), number.lastIndexOf(','));
        BigDecimal grouped = new BigDecimal(SIGNS.matcher(number).replaceAll(""));
        if (sign < 0) {
            return Set.of(grouped);
        }
        String whole = SIGNS.matcher(number.substring(0, sign)).replaceAll("");
        BigDecimal decimal = new BigDecimal(whole + "." + number.substring(sign + 1));
        return number.length() - sign == 4 ? Set.of(grouped, decimal) : Set.of(decimal);
    }
}
