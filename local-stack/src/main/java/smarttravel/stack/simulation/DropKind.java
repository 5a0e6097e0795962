package smarttravel.stack.simulation;

/** Why a simulated price was cut. */
public enum DropKind {
    /** Some weeks of a lower price, long before departure. */
    PROMOTION,
    /** Within a fortnight of departure, and until it. */
    LAST_MINUTE
}
