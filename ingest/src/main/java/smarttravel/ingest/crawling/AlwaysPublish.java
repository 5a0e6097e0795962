package smarttravel.ingest.crawling;

/** Believes every page. */
public final class AlwaysPublish implements PublicationGate {
    @Override
    public Decision decide(SeenPage page) {
        return new Decision.Publish();
    }

    @Override
    public void settled(SeenPage page, Decision decision) {
        // counts nothing
    }
}
