package smarttravel.ingest.providers;

/** Makes strategies of one name from providers' files: what a plug-in registers as a service. */
public interface ProviderStrategyFactory {
    /** What a provider's file calls it in {@code strategy:}. */
    String name();

    /** A strategy for that provider. */
    ProviderStrategy create(ProviderFile file);
}
