package smarttravel.ingest.health;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import smarttravel.events.PriceObservation;
import smarttravel.ingest.crawling.PublicationGate;
import smarttravel.ingest.health.DriftRule.Drift;
import smarttravel.ingest.health.PriceShift.Known;
import smarttravel.ingest.offers.OfferField;

/**
 * Believes pages that look as the provider's pages did, and puts the provider in quarantine when they do not. All ingest
 * processes share what is known through PostgreSQL, so that a page seen by one holds back the pages of the others.
 */
public final class PostgresProviderHealth implements PublicationGate {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresProviderHealth.class);
    private static final ObjectMapper JSON = new ObjectMapper();

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
        PageFigures figures = PageFigures.of(page);
        Decision decision = jdbi.withHandle(handle -> decide(handle, page, figures));
        if (decision instanceof Decision.Hold hold) {
            meters.counter("travel_pages_held", "provider", page.provider(), "reason", hold.reason())
                    .increment();
        }
        return decision;
    }

    private Decision decide(Handle handle, SeenPage page, PageFigures figures) {
        Optional<Decision.Hold> quarantine = quarantine(handle, page.provider());
        if (quarantine.isPresent()) {
            return quarantine.get();
        }
        Map<String, Known> known = known(handle, page);
        Map<String, Set<OfferField>> fields = new HashMap<>();
        known.forEach((offer, before) -> fields.put(offer, before.fields()));
        Optional<Drift> drift = rule.judge(
                figures,
                norms.of(handle, page.provider(), figures.role(), figures.kind()),
                PriceShift.of(page.observations(), known),
                LastingFields.lost(page.observations(), fields));
        if (drift.isEmpty()) {
            return new Decision.Publish();
        }
        if (drift.get().wholeProvider()) {
            quarantine(handle, page, drift.get());
        }
        return new Decision.Hold(drift.get().reason(), drift.get().message());
    }

    private static Optional<Decision.Hold> quarantine(Handle handle, String provider) {
        return handle.createQuery("""
                        SELECT reason, message FROM provider_states
                        WHERE provider = :provider AND state = 'QUARANTINE'""")
                .bind("provider", provider)
                .map((row, context) -> new Decision.Hold(row.getString("reason"), row.getString("message")))
                .findOne();
    }

    private void quarantine(Handle handle, SeenPage page, Drift drift) {
        int changed = handle.createUpdate("""
                        INSERT INTO provider_states (provider, state, reason, message, crawl, since)
                        VALUES (:provider, 'QUARANTINE', :reason, :message, :crawl, :since)
                        ON CONFLICT (provider) DO UPDATE
                        SET state = 'QUARANTINE', reason = :reason, message = :message, crawl = :crawl, since = :since
                        WHERE provider_states.state <> 'QUARANTINE'""")
                .bind("provider", page.provider())
                .bind("reason", drift.reason())
                .bind("message", drift.message())
                .bind("crawl", page.crawl())
                .bind("since", Timestamp.from(page.fetchedAt()))
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

    private static Map<String, Known> known(Handle handle, SeenPage page) {
        if (page.observations().isEmpty()) {
            return Map.of();
        }
        Map<String, Known> known = new HashMap<>();
        handle.createQuery("""
                        SELECT offer_id, amount, currency, held, fields FROM last_prices
                        WHERE provider = :provider AND offer_id = ANY(:offers)""")
                .bind("provider", page.provider())
                .bind("offers", offerIds(page.observations()))
                .map((row, context) -> Map.entry(
                        row.getString("offer_id"),
                        new Known(
                                row.getBigDecimal("amount"),
                                row.getString("currency"),
                                Optional.ofNullable(row.getBigDecimal("held")),
                                fields(row.getArray("fields")))))
                .forEach(entry -> known.put(entry.getKey(), entry.getValue()));
        return known;
    }

    private static Set<OfferField> fields(Array names) throws SQLException {
        return Arrays.stream((String[]) names.getArray())
                .map(OfferField::named)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static String[] offerIds(List<PriceObservation> observations) {
        return observations.stream().map(PriceObservation::offerId).distinct().toArray(String[]::new);
    }

    @Override
    public void settled(SeenPage page, Decision decision) {
        boolean believed = decision instanceof Decision.Publish;
        jdbi.useTransaction(handle -> {
            if (keepFigures(handle, page, believed) == 1) {
                keepPrices(handle, page, believed);
            }
        });
    }

    private static int keepFigures(Handle handle, SeenPage page, boolean believed) {
        PageFigures figures = PageFigures.of(page);
        Map<String, Integer> filled = new HashMap<>();
        figures.filled().forEach((field, count) -> filled.put(field.jsonName(), count));
        return handle.createUpdate("""
                        INSERT INTO page_figures (task, provider, crawl, role, kind, signature, items, refused, filled, goes_on,
                                                  median_amount, currency, believed, read_at)
                        VALUES (:task, :provider, :crawl, :role, :kind, :signature, :items, :refused::jsonb, :filled::jsonb, :goesOn,
                                :median, :currency, :believed, :readAt)
                        ON CONFLICT (task) DO NOTHING""")
                .bind("task", page.task())
                .bind("provider", page.provider())
                .bind("crawl", page.crawl())
                .bind("role", figures.role().name())
                .bind("kind", figures.kind() == null ? null : figures.kind().name())
                .bind("signature", figures.signature().name())
                .bind("items", figures.items())
                .bind("refused", json(figures.refused()))
                .bind("filled", json(filled))
                .bind("goesOn", figures.goesOn())
                .bind("median", figures.medianAmount())
                .bind("currency", figures.currency())
                .bind("believed", believed)
                .bind("readAt", Timestamp.from(page.fetchedAt()))
                .execute();
    }

    private static void keepPrices(Handle handle, SeenPage page, boolean believed) {
        PreparedBatch batch = handle.prepareBatch(believed ? """
                        INSERT INTO last_prices (provider, offer_id, amount, currency, fields, seen_at)
                        VALUES (:provider, :offer, :amount, :currency, :fields, :seenAt)
                        ON CONFLICT (provider, offer_id) DO UPDATE
                        SET amount = :amount, currency = :currency, fields = :fields, held = NULL, seen_at = :seenAt
                        WHERE last_prices.seen_at <= :seenAt""" : """
                        UPDATE last_prices SET held = :amount
                        WHERE provider = :provider AND offer_id = :offer AND currency = :currency AND seen_at <= :seenAt""");
        for (PriceObservation seen : page.observations()) {
            BigDecimal amount = seen.amount();
            if (amount != null) {
                batch.bind("provider", seen.provider())
                        .bind("offer", seen.offerId())
                        .bind("amount", amount)
                        .bind("currency", seen.currency())
                        .bind("fields", names(LastingFields.of(seen)))
                        .bind("seenAt", Timestamp.from(seen.observedAt()))
                        .add();
            }
        }
        if (batch.size() > 0) {
            var unused = batch.execute();
        }
    }

    private static String[] names(Set<OfferField> fields) {
        return fields.stream().map(OfferField::jsonName).toArray(String[]::new);
    }

    private static String json(Map<String, Integer> counts) {
        try {
            return JSON.writeValueAsString(counts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("counts are always JSON", e);
        }
    }
}
