package smarttravel.ingest.crawling.work;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import smarttravel.events.PriceObservation;
import smarttravel.events.RejectedRecord;
import smarttravel.ingest.crawling.PublicationGate;
import smarttravel.ingest.crawling.PublicationGate.Decision;
import smarttravel.ingest.crawling.PublicationGate.SeenPage;
import smarttravel.ingest.crawling.ledger.CrawlTask;
import smarttravel.ingest.crawling.ledger.FetchedPage;
import smarttravel.ingest.crawling.ledger.PageOutcome;
import smarttravel.ingest.providers.PageReading;
import smarttravel.ingest.providers.PageReading.Signature;
import smarttravel.ingest.providers.Provider;
import smarttravel.ingest.providers.observed.Observed;
import smarttravel.ingest.providers.observed.ObservedOffers;
import smarttravel.ingest.publishing.ObservationPublisher;

/** Reads a page and puts what it says into Kafka: believed, held back, or refused. */
public final class PagePublication {
    private final PublicationGate gate;
    private final ObservationPublisher publisher;

    public PagePublication(PublicationGate gate, ObservationPublisher publisher) {
        this.gate = gate;
        this.publisher = publisher;
    }

    /** Returns when everything is acknowledged; throws when nothing may be settled. */
    public PageOutcome publish(CrawlTask task, Provider provider, FetchedPage page) {
        PageReading reading = read(task, provider, page);
        Observed observed = new ObservedOffers(provider.file())
                .of(reading.extraction(), task.page(), page.fetchedAt(), task.fetchId());
        SeenPage seen = new SeenPage(
                task.provider(),
                String.valueOf(task.crawl()),
                task.fetchId(),
                task.page(),
                reading,
                observed.accepted(),
                page.fetchedAt());
        Decision decision = gate.decide(seen);
        send(observed, decision);
        publisher.flush();
        gate.settled(seen, decision);
        return new PageOutcome(
                observed.accepted(), counts(observed), reading.follow(), keepFor(reading, observed, decision));
    }

    private static PageReading read(CrawlTask task, Provider provider, FetchedPage page) {
        try {
            return provider.strategy().read(page.page(), task.page());
        } catch (RuntimeException | StackOverflowError e) {
            throw new StrategyException(task.provider(), e);
        }
    }

    private void send(Observed observed, Decision decision) {
        for (PriceObservation observation : observed.accepted()) {
            if (decision instanceof Decision.Hold hold) {
                publisher.hold(observation, hold.reason());
            } else {
                publisher.publish(observation);
            }
        }
        observed.refused().forEach(publisher::reject);
    }

    private static Map<String, Integer> counts(Observed observed) {
        Map<String, Integer> counts = new TreeMap<>();
        for (RejectedRecord record : observed.refused()) {
            counts.merge(record.reason().code(), 1, Integer::sum);
        }
        return counts;
    }

    private static Optional<String> keepFor(PageReading reading, Observed observed, Decision decision) {
        if (decision instanceof Decision.Hold hold) {
            return Optional.of(hold.reason());
        }
        if (reading.signature() == Signature.UNKNOWN) {
            return Optional.of("unknown-page");
        }
        return observed.refused().isEmpty()
                ? Optional.empty()
                : Optional.of(observed.refused().get(0).reason().code());
    }
}
