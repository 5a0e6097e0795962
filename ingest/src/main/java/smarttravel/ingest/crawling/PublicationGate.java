package smarttravel.ingest.crawling;

import java.time.Instant;
import java.util.List;
import smarttravel.events.PriceObservation;
import smarttravel.ingest.providers.PageReading;
import smarttravel.ingest.providers.PageRequest;

/** Decides, before anything is published, whether a page may be believed. */
public interface PublicationGate {
    /** Whether the observations of that page go to the topic or are held back. May be asked again for the same page. */
    Decision decide(SeenPage page);

    /** The page's observations are in Kafka, wherever they went: count them. Repeated calls for one page change nothing. */
    void settled(SeenPage page, Decision decision);

    /**
     * A page that was read.
     *
     * @param task the page's identity in the ledger
     * @param observations what could be made of its offers
     */
    record SeenPage(
            String provider,
            String crawl,
            String task,
            PageRequest request,
            PageReading reading,
            List<PriceObservation> observations,
            Instant fetchedAt) {}

    /** What becomes of a page's observations. */
    sealed interface Decision {
        /** They are believed. */
        record Publish() implements Decision {}

        /**
         * They go to the holding topic until somebody decides.
         *
         * @param reason stable code, e.g. {@code layout-changed}
         */
        record Hold(String reason, String message) implements Decision {}
    }
}
