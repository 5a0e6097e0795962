package smarttravel.ingest.providers;

/**
 * A factory that providers' files may name.
 *
 * @param source {@link #BUILT_IN}, or the name of the jar it came in
 */
public record OfferedStrategy(String name, ProviderStrategyFactory factory, String source) {
    /** The source of what is part of the product. */
    public static final String BUILT_IN = "built-in";
}
