package smarttravel.ingest.health;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import smarttravel.ingest.crawling.PublicationGate;
import smarttravel.ingest.health.DriftRule.Drift;
import smarttravel.ingest.health.DriftRule.Extent;
import smarttravel.ingest.health.PostgresLastPrices.HeldOffers;
import smarttravel.ingest.health.PriceShift.Known;
import smarttravel.ingest.offers.OfferField;

/**
 * Believes pages that look as the provider's pages did, and puts the provider in quarantine when they do not. All ingest
 * processes share what is known through PostgreSQL, so that a page seen by one holds back the pages of the others.
 */
public final class PostgresProviderHealth implements PublicationGate {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresProviderHealth.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Pages that were fetched before the one that quarantines may be held after it. */
    private static final Duration IN_FLIGHT = Duration.ofMinutes(1);

    private final Jdbi jdbi;
    private final PostgresNorms norms;
    private final Consumer<ProviderEvent> events;
    private final MeterRegistry meters;
    private final DriftRule rule;

    /**
     * Over a database that holds the tables of provider health.
     *
     * @param events told what happens to providers
     */
    public PostgresProviderHealth(DataSource database, Consumer<ProviderEvent> events, MeterRegistry meters) {
        this.jdbi = Jdbi.create(database);
        this.norms = new PostgresNorms();
        this.events = events;
        this.meters = meters;
        this.rule = DriftRule.DEFAULT;
    }

    @Override
    public Decision decide(SeenPage page) {
        Decision decision = jdbi.withHandle(handle -> decide(handle, page));
        if (decision instanceof Decision.Hold hold) {
            meters.counter("travel_pages_held", "provider", page.provider(), "reason", hold.reason())
                    .increment();
        }
        return decision;
    }

    private Decision decide(Handle handle, SeenPage page) {
        Optional<Decision.Hold> quarantine = quarantine(handle, page.provider());
        if (quarantine.isPresent()) {
            return quarantine.get();
        }
        Verdict verdict = judge(handle, page);
        verdict.drift()
                .filter(Drift::wholeProvider)
                .ifPresent(drift -> quarantine(handle, page, drift, verdict.heldSince(drift, page)));
        return verdict.decision();
    }

    /** Decides on a page that was kept and is read again, without a consequence for the provider. */
    Decision reconsider(SeenPage page) {
        return jdbi.withHandle(handle -> quarantine(handle, page.provider())
                .<Decision>map(hold -> hold)
                .orElseGet(() -> judge(handle, page).decision()));
    }

    /** What there is to say against a page, and how many other offers' prices are held. */
    private record Verdict(Optional<Drift> drift, HeldOffers elsewhere) {
        Decision decision() {
            return drift.<Decision>map(doubt -> new Decision.Hold(doubt.reason(), doubt.message()))
                    .orElseGet(Decision.Publish::new);
        }

        /** From when on what is held belongs to the quarantine that the page is the reason for. */
        Instant heldSince(Drift doubt, SeenPage page) {
            Instant since = page.fetchedAt();
            if (doubt.extent() == Extent.PROVIDER_AND_HELD_PRICES) {
                since = elsewhere.since().filter(since::isAfter).orElse(since);
            }
            return since.minus(IN_FLIGHT);
        }
    }

    private Verdict judge(Handle handle, SeenPage page) {
        PageFigures figures = PageFigures.of(page);
        Map<String, Known> known = PostgresLastPrices.known(handle, page);
        Map<String, Set<OfferField>> fields = new HashMap<>();
        known.forEach((offer, before) -> fields.put(offer, before.fields()));
        HeldOffers elsewhere = PostgresLastPrices.heldElsewhere(handle, page, rule.blockFactor());
        Optional<Drift> drift = rule.judge(
                figures,
                norms.of(handle, page.provider(), figures.role(), figures.kind()),
                norms.earlier(handle, page),
                PriceShift.of(page.observations(), known, elsewhere.count()),
                LastingFields.lost(page.observations(), fields));
        return new Verdict(drift, elsewhere);
    }

    private static Optional<Decision.Hold> quarantine(Handle handle, String provider) {
        return handle.createQuery("""
                        SELECT reason, message FROM provider_states
                        WHERE provider = :provider AND state = 'QUARANTINE'""")
                .bind("provider", provider)
                .map((row, context) -> new Decision.Hold(row.getString("reason"), row.getString("message")))
                .findOne();
    }

    private void quarantine(Handle handle, SeenPage page, Drift drift, Instant heldSince) {
        int changed = handle.createUpdate("""
                        INSERT INTO provider_states (provider, state, reason, message, crawl, since, held_since)
                        VALUES (:provider, 'QUARANTINE', :reason, :message, :crawl, :since, :heldSince)
                        ON CONFLICT (provider) DO UPDATE
                        SET state = 'QUARANTINE', reason = :reason, message = :message, crawl = :crawl, since = :since,
                            held_since = :heldSince
                        WHERE provider_states.state <> 'QUARANTINE'""")
                .bind("provider", page.provider())
                .bind("reason", drift.reason())
                .bind("message", drift.message())
                .bind("crawl", page.crawl())
                .bind("since", Timestamp.from(page.fetchedAt()))
                .bind("heldSince", Timestamp.from(heldSince))
                .execute();
        if (changed == 0) {
            return;
        }
        LOG.atWarn()
                .addKeyValue("provider", page.provider())
                .addKeyValue("reason", drift.reason())
                .addKeyValue("page", page.request().address())
                .log("Provider is in quarantine: {}", drift.message());
        meters.counter("travel_quarantines", "provider", page.provider(), "reason", drift.reason())
                .increment();
        events.accept(new ProviderEvent(
                page.provider(),
                ProviderEvent.What.QUARANTINED,
                Optional.of(drift.reason()),
                drift.message() + " (" + page.request().address() + ")",
                page.fetchedAt()));
    }

    @Override
    public void settled(SeenPage page, Decision decision) {
        boolean believed = decision instanceof Decision.Publish;
        jdbi.useTransaction(handle -> {
            if (keepFigures(handle, page, believed) == 0) {
                return;
            }
            if (believed) {
                PostgresLastPrices.believe(handle, page);
            } else {
                PostgresLastPrices.hold(handle, page);
            }
        });
    }

    private static int keepFigures(Handle handle, SeenPage page, boolean believed) {
        PageFigures figures = PageFigures.of(page);
        Map<String, Integer> filled = new HashMap<>();
        figures.filled().forEach((field, count) -> filled.put(field.jsonName(), count));
        return handle.createUpdate("""
                        INSERT INTO page_figures (task, provider, crawl, request_key, role, kind, signature, items, leads, refused,
                                                  filled, goes_on, median_amount, currency, believed, read_at)
                        VALUES (:task, :provider, :crawl, :request, :role, :kind, :signature, :items, :leads, :refused::jsonb,
                                :filled::jsonb, :goesOn, :median, :currency, :believed, :readAt)
                        ON CONFLICT (task) DO NOTHING""")
                .bind("task", page.task())
                .bind("provider", page.provider())
                .bind("crawl", page.crawl())
                .bind("request", RequestKey.digest(page.request()))
                .bind("role", figures.role().name())
                .bind("kind", figures.kind() == null ? null : figures.kind().name())
                .bind("signature", figures.signature().name())
                .bind("items", figures.items())
                .bind("leads", figures.leads())
                .bind("refused", json(figures.refused()))
                .bind("filled", json(filled))
                .bind("goesOn", figures.goesOn())
                .bind("median", figures.medianAmount())
                .bind("currency", figures.currency())
                .bind("believed", believed)
                .bind("readAt", Timestamp.from(page.fetchedAt()))
                .execute();
    }

    private static String json(Map<String, Integer> counts) {
        try {
            return JSON.writeValueAsString(counts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("counts are always JSON", e);
        }
    }
}
