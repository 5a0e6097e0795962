package smarttravel.ingest.structured.items;

import java.util.List;

/** The names of schema.org's vocabulary without what pages write before them. */
final class SchemaNames {
    private static final List<String> PREFIXES = List.of(
            "http://schema.org/",
            "https://schema.org/",
            "http://www.schema.org/",
            "https://www.schema.org/",
            "schema:");

    private SchemaNames() {}

    /** {@code price} for {@code https://schema.org/price}; names of other vocabularies stay whole. */
    static String local(String name) {
        if (name.indexOf(':') < 0) {
            return name;
        }
        for (String prefix : PREFIXES) {
            if (name.startsWith(prefix)) {
                return name.substring(prefix.length());
            }
        }
        return name;
    }
}
