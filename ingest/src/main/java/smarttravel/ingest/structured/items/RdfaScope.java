package smarttravel.ingest.structured.items;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What holds for an element in RDFa.
 *
 * @param subject what properties belong to
 * @param vocabulary what stands before plain terms, "" when they mean nothing
 * @param waiting relations of {@code waitingSubject} whose object is an element further inside
 */
record RdfaScope(
        @Nullable Item subject,
        String vocabulary,
        Map<String, String> prefixes,
        List<String> waiting,
        @Nullable Item waitingSubject) {

    private static final int MOST_PREFIXES = 64;

    /** RDFa's initial context, as far as it is needed here. */
    static final RdfaScope INITIAL = new RdfaScope(
            null,
            "",
            Map.of("schema", "http://schema.org/", "og", "http://ogp.me/ns#", "product", "http://ogp.me/ns/product#"),
            List.of(),
            null);

    /** In another vocabulary; the slash that many pages forget after schema.org is added. */
    RdfaScope speaking(String newVocabulary) {
        String written = newVocabulary.strip();
        String meant = written.endsWith("schema.org") ? written + "/" : written;
        return new RdfaScope(subject, meant, prefixes, waiting, waitingSubject);
    }

    /** With the pairs of a {@code prefix} attribute. */
    RdfaScope prefixed(String attribute) {
        List<String> words = List.copyOf(Words.of(attribute));
        Map<String, String> more = new HashMap<>(prefixes);
        for (int i = 0; i + 1 < words.size() && more.size() < MOST_PREFIXES; i++) {
            String word = words.get(i);
            if (word.length() > 1 && word.endsWith(":")) {
                more.put(word.substring(0, word.length() - 1), words.get(i + 1));
            }
        }
        return new RdfaScope(subject, vocabulary, more, waiting, waitingSubject);
    }

    RdfaScope about(Item newSubject) {
        return new RdfaScope(newSubject, vocabulary, prefixes, List.of(), null);
    }

    RdfaScope waitingFor(List<String> relations, Item of) {
        return new RdfaScope(subject, vocabulary, prefixes, List.copyOf(relations), of);
    }

    /** The names an attribute holds; those that mean nothing here are left out. */
    List<String> names(String attribute) {
        List<String> names = new ArrayList<>(1);
        if (!attribute.isEmpty()) {
            for (String word : Words.of(attribute)) {
                String name = name(word);
                if (name != null) {
                    names.add(SchemaNames.local(name));
                }
            }
        }
        return names;
    }

    private @Nullable String name(String word) {
        int colon = word.indexOf(':');
        if (colon < 0) {
            return vocabulary.isEmpty() ? null : vocabulary + word;
        }
        String meant = prefixes.get(word.substring(0, colon));
        if (meant != null) {
            return meant + word.substring(colon + 1);
        }
        return word.startsWith("//", colon + 1) ? word : null;
    }
}
