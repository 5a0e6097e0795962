package smarttravel.ingest.prices;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import smarttravel.ingest.prices.PriceWords.Meaning;
import smarttravel.ingest.prices.Quote.Role;

/**
 * What the words after a number say about it.
 *
 * @param after the next number
 */
record WordsAfter(PartsOfText parts, Quote quote, Optional<Quote> after) {
    private static final Set<String> MONTHLY_PART = Set.of("mes", "mensual", "mensuales", "mensais");
    private static final Set<String> LESS = Set.of("off", "menos", "less");
    private static final Set<String> CENTS = Set.of("¢", "cent", "cents", "ct", "cts", "centavo", "centavos");

    /** What they say, or nothing. */
    @Nullable
    Role role() {
        int next = quote.last() + 1;
        boolean linked = parts.means(next, Meaning.LINK) || parts.isMark(next, "/");
        if (isScaled(next) || isCents(next)) {
            return Role.OPEN;
        }
        if (isSaved() || isPartOfPayment(next)) {
            return Role.NONE;
        }
        if (parts.isTimes(next) && parts.means(next + 2, Meaning.INSTALMENT)) {
            return Role.NONE;
        }
        if (linked && parts.meansAfterLinks(next, Meaning.TAX)) {
            return Role.TAX;
        }
        if (parts.means(next, Meaning.LIST) && endsClause(next + 1)) {
            return Role.LIST;
        }
        if (linked && parts.meansAfterLinks(next, Meaning.MONTHLY)) {
            return Role.SECOND;
        }
        return isInBrackets() ? Role.SECOND : null;
    }

    /** Whether the amount is taken off the price: {@code USD 200 de descuento}. */
    boolean isSaved() {
        int next = quote.last() + 1;
        boolean linked = parts.means(next, Meaning.LINK) || parts.isMark(next, "/");
        return isLess(next) || (linked && parts.meansAfterLinks(next, Meaning.DISCOUNT));
    }

    /** Where the words end that say what is saved. */
    int endOfSaved() {
        int end = quote.last() + 1;
        while (isLess(end) || parts.means(end, Meaning.LINK) || parts.means(end, Meaning.DISCOUNT)) {
            end++;
        }
        return end;
    }

    /** Where {@code sin interés} ends that belongs to an instalment, or where it would start. */
    int endOfWithoutInterest() {
        int next = quote.last() + 1;
        String phrase = parts.at(next).text() + " " + parts.at(next + 1).text();
        boolean said =
                PriceWords.meanings(phrase).contains(Meaning.INSTALMENT) || parts.means(next + 1, Meaning.INSTALMENT);
        return said && parts.means(next, Meaning.EXCLUDING) ? next + 2 : next;
    }

    private boolean isLess(int place) {
        return LESS.contains(PriceWords.folded(parts.at(place).text()));
    }

    /** {@code 99¢}, {@code 99p}: hundredths, of which no currency is told beside them. */
    private boolean isCents(int next) {
        String unit = PriceWords.folded(parts.at(next).text());
        boolean pence = unit.equals("p") && parts.touch(quote.last(), next);
        return quote.isBare() && (CENTS.contains(unit) || pence);
    }

    private boolean isScaled(int next) {
        boolean glued = parts.touch(quote.last(), next);
        boolean letter =
                parts.at(next).text().length() == 1 && parts.at(next).text().charAt(0) < 0x80;
        return parts.means(next, Meaning.SCALE) && (glued || !letter || !quote.isBare());
    }

    private boolean isPartOfPayment(int next) {
        String last = PriceWords.folded(parts.at(next).text());
        if (MONTHLY_PART.contains(last)) {
            return true;
        }
        int place = next;
        while (place < next + 3 && (parts.means(place, Meaning.LINK) || parts.isMark(place, "/"))) {
            place++;
        }
        int stop = place;
        boolean month = MONTHLY_PART.contains(PriceWords.folded(parts.at(place).text()));
        return place > next
                && after.filter(other -> other.first() <= stop).isEmpty()
                && (month || parts.means(place, Meaning.INSTALMENT));
    }

    private boolean endsClause(int index) {
        return index >= parts.tokens().size() || parts.isMark(index, ",;|/)");
    }

    private boolean isInBrackets() {
        int place = quote.first() - 1;
        while (place >= 0 && place > quote.first() - 12 && !parts.isMark(place, "()")) {
            place--;
        }
        return parts.isMark(place, "(");
    }
}
