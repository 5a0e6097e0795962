package smarttravel.ingest.health;

import smarttravel.ingest.crawling.PublicationGate;

/**
 * The gate for pages that were kept and are read again. They are old: what is doubted of them stays held, and says nothing
 * about how the provider is now.
 */
public record SecondLook(PostgresProviderHealth health) implements PublicationGate {
    @Override
    public Decision decide(SeenPage page) {
        return health.reconsider(page);
    }

    @Override
    public void settled(SeenPage page, Decision decision) {
        health.settled(page, decision);
    }
}
