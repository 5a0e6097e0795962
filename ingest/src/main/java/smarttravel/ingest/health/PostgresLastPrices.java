package smarttravel.ingest.health;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import smarttravel.events.PriceObservation;
import smarttravel.ingest.crawling.PublicationGate.SeenPage;
import smarttravel.ingest.health.PriceShift.Held;
import smarttravel.ingest.health.PriceShift.Known;
import smarttravel.ingest.offers.OfferField;

/** What each offer cost when it was last believed, and what was held back since. */
final class PostgresLastPrices {
    /** For so long a price that was held tells something about those of the provider's other offers. */
    private static final Duration LATELY = Duration.ofDays(7);

    private PostgresLastPrices() {}

    /** What is known of a page's offers, by their ids. */
    static Map<String, Known> known(Handle handle, SeenPage page) {
        if (page.observations().isEmpty()) {
            return Map.of();
        }
        Map<String, Known> known = new HashMap<>();
        handle.createQuery("""
                        SELECT offer_id, amount, currency, held, held_currency, held_at, fields FROM last_prices
                        WHERE provider = :provider AND offer_id = ANY(:offers)""")
                .bind("provider", page.provider())
                .bind("offers", offerIds(page.observations()))
                .map((row, context) -> Map.entry(
                        row.getString("offer_id"),
                        new Known(
                                row.getBigDecimal("amount"),
                                row.getString("currency"),
                                held(row),
                                fields(row.getArray("fields")))))
                .forEach(entry -> known.put(entry.getKey(), entry.getValue()));
        return known;
    }

    private static Optional<Held> held(ResultSet row) throws SQLException {
        @Nullable BigDecimal amount = row.getBigDecimal("held");
        return amount == null
                ? Optional.empty()
                : Optional.of(new Held(
                        amount,
                        row.getString("held_currency"),
                        row.getTimestamp("held_at").toInstant()));
    }

    private static Set<OfferField> fields(Array names) throws SQLException {
        return Arrays.stream((String[]) names.getArray())
                .map(OfferField::named)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /**
     * Offers whose prices were held back.
     *
     * @param since when the first of them was seen; absent when there is none
     */
    record HeldOffers(int count, Optional<Instant> since) {}

    /**
     * Offers that are not on that page and had a price held back lately that is another currency's, or not of the same
     * size.
     *
     * @param factor from which on, or its inverse, a price is of another size
     */
    static HeldOffers heldElsewhere(Handle handle, SeenPage page, double factor) {
        return handle.createQuery("""
                        SELECT count(*) AS offers, min(held_at) AS since FROM last_prices
                        WHERE provider = :provider AND held IS NOT NULL AND held_at > :lately AND offer_id <> ALL(:offers)
                        AND (held_currency <> currency OR held >= amount * :factor OR held * :factor <= amount)""")
                .bind("provider", page.provider())
                .bind("offers", offerIds(page.observations()))
                .bind("factor", BigDecimal.valueOf(factor))
                .bind("lately", Timestamp.from(page.fetchedAt().minus(LATELY)))
                .map((row, context) -> new HeldOffers(
                        row.getInt("offers"),
                        Optional.ofNullable(row.getTimestamp("since")).map(Timestamp::toInstant)))
                .one();
    }

    private static String[] offerIds(List<PriceObservation> observations) {
        return observations.stream().map(PriceObservation::offerId).distinct().toArray(String[]::new);
    }

    /** Takes a page's prices for true. */
    static void believe(Handle handle, SeenPage page) {
        keep(page, handle.prepareBatch("""
                INSERT INTO last_prices (provider, offer_id, amount, currency, fields, seen_at)
                VALUES (:provider, :offer, :amount, :currency, :fields, :seenAt)
                ON CONFLICT (provider, offer_id) DO UPDATE
                SET amount = :amount, currency = :currency, fields = :fields, seen_at = :seenAt,
                    held = NULL, held_currency = NULL, held_at = NULL
                WHERE last_prices.seen_at <= :seenAt"""));
    }

    /** Remembers a page's prices until they are seen again or decided on. */
    static void hold(Handle handle, SeenPage page) {
        keep(page, handle.prepareBatch("""
                UPDATE last_prices SET held = :amount, held_currency = :currency, held_at = :seenAt
                WHERE provider = :provider AND offer_id = :offer AND seen_at <= :seenAt
                AND (held_at IS NULL OR held_at <= :seenAt)"""));
    }

    private static void keep(SeenPage page, PreparedBatch batch) {
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
}
