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

    /** What they say, or nothing. */
    @Nullable
    Role role() {
        int next = quote.last() + 1;
        String word = PriceWords.folded(parts.at(next).text());
        boolean linked = parts.means(next, Meaning.LINK) || parts.isMark(next, "/");
        if (isScaled(next)) {
            return Role.OPEN;
        }
        if (LESS.contains(word) || (linked && parts.meansAfterLinks(next, Meaning.DISCOUNT)) || isPartOfPayment(next)) {
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
