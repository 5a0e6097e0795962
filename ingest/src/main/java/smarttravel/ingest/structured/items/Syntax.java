package smarttravel.ingest.structured.items;

/** How a page writes its items, in the order in which they are believed. */
public enum Syntax {
    JSON_LD("json-ld"),
    MICRODATA("microdata"),
    RDFA("rdfa");

    private final String label;

    Syntax(String label) {
        this.label = label;
    }

    /** What the origin of a field calls it. */
    public String label() {
        return label;
    }
}
