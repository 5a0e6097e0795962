package smarttravel.ingest.prices;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import smarttravel.ingest.prices.PriceToken.Kind;
import smarttravel.ingest.prices.PriceWords.Meaning;

/** What the words between one number and the next say about the next: the last that says something counts. */
final class LabelBefore {
    /** In this order: the first that a word is counts. */
    private static final List<Meaning> LABELS = List.of(
            Meaning.LIST,
            Meaning.LIST_ALONE,
            Meaning.NOW,
            Meaning.TAX,
            Meaning.INSTALMENT,
            Meaning.DISCOUNT,
            Meaning.OTHER,
            Meaning.CODE,
            Meaning.PHONE,
            Meaning.PRICE);

    private static final int REACH = 3;

    private final List<PriceToken> tokens;
    private @Nullable Meaning label;
    private int including = -REACH;
    private int excluding = -REACH;

    private LabelBefore(List<PriceToken> tokens, @Nullable Meaning carried) {
        this.tokens = tokens;
        this.label = carried;
    }

    /**
     * The label of what starts at {@code end}: {@link Meaning#INCLUDING} when a tax is named that is inside, {@link
     * Meaning#EXCLUDING} when one is named that is not.
     *
     * @param carried the label so far
     */
    static @Nullable Meaning of(List<PriceToken> tokens, int start, int end, @Nullable Meaning carried) {
        LabelBefore before = new LabelBefore(tokens, carried);
        int i = start;
        while (i < end) {
            i += before.take(i, end);
        }
        return before.label;
    }

    /** Takes a word, or two that mean something together, and tells how many. */
    private int take(int index, int end) {
        PriceToken token = tokens.get(index);
        if (token.kind() != Kind.WORD) {
            boolean separates = "|;•·".contains(token.text()) && label == Meaning.INSTALMENT;
            label = separates ? null : label;
            return 1;
        }
        boolean two = index + 1 < end && tokens.get(index + 1).kind() == Kind.WORD;
        if (two && PriceWords.startsPhrase(token.text())) {
            String phrase = token.text() + " " + tokens.get(index + 1).text();
            if (label(PriceWords.meanings(phrase), index)) {
                return 2;
            }
        }
        label(token.meanings(), index);
        return 1;
    }

    private boolean label(Set<Meaning> meanings, int index) {
        for (Meaning meaning : LABELS) {
            if (meanings.contains(meaning)) {
                label = combined(meaning, index);
                return true;
            }
        }
        if (meanings.contains(Meaning.INCLUDING)) {
            including = index;
            label = label == Meaning.TAX ? Meaning.INCLUDING : label;
        } else if (meanings.contains(Meaning.EXCLUDING)) {
            excluding = index;
            label = label == Meaning.TAX ? Meaning.EXCLUDING : label;
        }
        return false;
    }

    private @Nullable Meaning combined(Meaning next, int index) {
        if (next == Meaning.TAX) {
            return index - excluding < REACH
                    ? Meaning.EXCLUDING
                    : index - including < REACH ? Meaning.INCLUDING : Meaning.TAX;
        }
        boolean isList = label == Meaning.LIST || label == Meaning.LIST_ALONE;
        return isList && (next == Meaning.PRICE || next == Meaning.DISCOUNT) ? label : next;
    }
}
