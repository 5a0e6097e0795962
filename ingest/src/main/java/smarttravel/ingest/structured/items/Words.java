package smarttravel.ingest.structured.items;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.StringTokenizer;

/** Attributes that hold a set of tokens (HTML standard, "space-separated tokens"). */
final class Words {
    private Words() {}

    /** The tokens, each once, in order. */
    static Set<String> of(String attribute) {
        Set<String> words = new LinkedHashSet<>();
        StringTokenizer tokens = new StringTokenizer(attribute, " \t\n\f\r");
        while (tokens.hasMoreTokens()) {
            words.add(tokens.nextToken());
        }
        return words;
    }
}
