package smarttravel.ingest.prices;

import java.util.List;
import java.util.Set;
import smarttravel.ingest.prices.PriceToken.Kind;
import smarttravel.ingest.prices.PriceWords.Meaning;

/** Asks the pieces around a number; beyond the ends of the text there is nothing. */
record PartsOfText(List<PriceToken> tokens) {
    private static final PriceToken NOTHING = new PriceToken(Kind.MARK, "", 0, 0, null, Set.of());

    PriceToken at(int index) {
        return index >= 0 && index < tokens.size() ? tokens.get(index) : NOTHING;
    }

    boolean means(int index, Meaning meaning) {
        return at(index).meanings().contains(meaning);
    }

    boolean isMark(int index, String marks) {
        PriceToken token = at(index);
        return token.kind() == Kind.MARK && !token.text().isEmpty() && marks.contains(token.text());
    }

    /** The {@code x} of {@code 12 x $ 100}. */
    boolean isTimes(int index) {
        PriceToken token = at(index);
        return token.is("×") || (token.kind() == Kind.WORD && token.text().equalsIgnoreCase("x"));
    }

    /** Whether a token of that meaning stands from a place on, after words and marks that say nothing by themselves. */
    boolean meansAfterLinks(int index, Meaning meaning) {
        int place = index;
        while (place < index + 3 && !means(place, meaning) && (means(place, Meaning.LINK) || isMark(place, "/("))) {
            place++;
        }
        return means(place, meaning);
    }

    /** Whether a token stands between two places, the ends not included. */
    boolean hasBetween(int start, int end, Meaning meaning) {
        for (int i = start + 1; i < end; i++) {
            if (means(i, meaning)) {
                return true;
            }
        }
        return false;
    }

    /** Whether two pieces touch. */
    boolean touch(int index, int next) {
        return index >= 0 && next < tokens.size() && at(index).end() == at(next).start();
    }
}
