package smarttravel.ingest.prices;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import smarttravel.ingest.prices.PriceReading.NoPrice;
import smarttravel.ingest.prices.PriceReading.Price;
import smarttravel.ingest.prices.PriceReading.Reason;
import smarttravel.ingest.prices.Quote.Role;
import smarttravel.ingest.prices.QuoteRoles.Judged;

/**
 * Chooses the price among the numbers of a text: one with a currency before one without, one that words call the price
 * before one of which nothing is said.
 *
 * <p>Two equal ones are refused, but for one case: where neither words nor a locale are there to go by, the first of a
 * falling pair is taken, as people who marked such texts by hand did.
 */
final class PriceChoice {
    private static final List<Role> PREFERRED = List.of(Role.PRICE, Role.PLAIN, Role.SECOND, Role.LIST_ALONE);

    private final List<Judged> all;
    private final Site site;

    PriceChoice(List<Judged> all, Site site) {
        this.all = all;
        this.site = site;
    }

    PriceReading choose() {
        for (Role role : PREFERRED) {
            List<Quote> equals = quotes(role, quote -> !quote.isBare());
            if (!equals.isEmpty()) {
                return role == Role.PRICE ? reduced(equals) : among(equals);
            }
        }
        boolean money = all.stream().anyMatch(each -> !each.quote().isBare());
        if (has(Role.OPEN, money)) {
            return ambiguous("it can be read in several ways");
        }
        for (Role role : money ? List.of(Role.PRICE) : PREFERRED) {
            List<Quote> equals = quotes(role, quote -> quote.isBare() && (!money || !quote.isShort()));
            if (!equals.isEmpty()) {
                return among(equals);
            }
        }
        return new NoPrice(Reason.NO_AMOUNT, all.isEmpty() ? "there is no number" : "no number in it is the price");
    }

    private boolean has(Role role, boolean money) {
        return all.stream().anyMatch(each -> each.role() == role && each.quote().isBare() != money);
    }

    private List<Quote> quotes(Role role, Predicate<Quote> wanted) {
        return all.stream()
                .filter(each -> each.role() == role)
                .map(Judged::quote)
                .filter(quote -> quote.amount() != null)
                .filter(wanted)
                .toList();
    }

    /** A reduction to nothing is a page that has no reduced price: the one before holds. */
    private PriceReading reduced(List<Quote> now) {
        List<Quote> before = quotes(Role.LIST, quote -> !quote.isBare());
        boolean nothing = now.stream().allMatch(quote -> amount(quote).signum() == 0);
        return nothing && !before.isEmpty() ? among(before) : among(now);
    }

    private PriceReading among(List<Quote> equals) {
        List<Quote> left = equals;
        if (currencies(left) > 1) {
            Optional<String> wanted = site.currency(Optional.empty());
            List<Quote> matching = equals.stream()
                    .filter(quote -> wanted.isPresent() && currency(quote).equals(wanted))
                    .toList();
            left = matching.isEmpty() ? equals : matching;
        }
        Quote first = left.get(0);
        boolean same = left.stream().allMatch(quote -> amount(quote).compareTo(amount(first)) == 0);
        if (currencies(left) > 1 || (!same && !isFallingPair(left))) {
            return ambiguous(left.size() + " amounts could each be the price");
        }
        return price(first);
    }

    private long currencies(List<Quote> quotes) {
        return quotes.stream().map(this::currency).distinct().count();
    }

    private boolean isFallingPair(List<Quote> quotes) {
        return site.hint().locale().isEmpty()
                && quotes.size() == 2
                && amount(quotes.get(0)).compareTo(amount(quotes.get(1))) > 0
                && quotes.get(1).first() == quotes.get(0).last() + 1;
    }

    private PriceReading price(Quote chosen) {
        Optional<BigDecimal> list = beside(Role.LIST, chosen)
                .or(() -> beside(Role.LIST_ALONE, chosen))
                .filter(amount -> amount.compareTo(amount(chosen)) != 0);
        Optional<BigDecimal> taxes = beside(Role.TAX, chosen).filter(amount -> !isInside(amount, chosen));
        return new Price(amount(chosen), currency(chosen), list, taxes);
    }

    /** The amount of that role in the same currency, when there is one. */
    private Optional<BigDecimal> beside(Role role, Quote chosen) {
        return all.stream()
                .filter(each -> each.role() == role)
                .map(Judged::quote)
                .filter(quote -> quote.amount() != null)
                .filter(quote -> quote.isBare() || currency(quote).equals(currency(chosen)))
                .map(PriceChoice::amount)
                .findFirst();
    }

    /** Whether the chosen amount is a total that holds the tax: another amount of the text and the tax make it. */
    private boolean isInside(BigDecimal tax, Quote chosen) {
        return all.stream()
                .map(Judged::quote)
                .filter(quote -> quote.amount() != null)
                .anyMatch(quote ->
                        amount(quote).signum() > 0 && amount(quote).add(tax).compareTo(amount(chosen)) == 0);
    }

    private Optional<String> currency(Quote quote) {
        return site.currency(quote.currency());
    }

    private static BigDecimal amount(Quote quote) {
        return Objects.requireNonNull(quote.amount());
    }

    private static PriceReading ambiguous(String why) {
        return new NoPrice(Reason.AMBIGUOUS_AMOUNT, why);
    }
}
