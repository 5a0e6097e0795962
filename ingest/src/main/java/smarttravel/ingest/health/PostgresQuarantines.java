package smarttravel.ingest.health;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What was decided on providers in quarantine, beside what is known of their pages and prices. */
public final class PostgresQuarantines implements Quarantines {
    private final Jdbi jdbi;
    private final Clock clock;

    /** Over a database that holds the tables of provider health. */
    public PostgresQuarantines(DataSource database, Clock clock) {
        this.jdbi = Jdbi.create(database);
        this.clock = clock;
    }

    @Override
    public Map<Integer, Long> decided(String provider) {
        Map<Integer, Long> decided = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("""
                        SELECT partition, next_offset FROM held_decisions WHERE provider = :provider""")
                .bind("provider", provider)
                .map((row, context) -> Map.entry(row.getInt("partition"), row.getLong("next_offset")))
                .forEach(entry -> decided.put(entry.getKey(), entry.getValue())));
        return decided;
    }

    @Override
    public boolean holds(String provider) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT count(*) > 0 FROM provider_states
                        WHERE provider = :provider AND state = 'QUARANTINE'""")
                .bind("provider", provider)
                .mapTo(Boolean.class)
                .one());
    }

    /** Which providers are in quarantine, and the stable code of why. */
    public Map<String, String> reasons() {
        Map<String, String> reasons = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("""
                        SELECT provider, reason FROM provider_states WHERE state = 'QUARANTINE'""")
                .map((row, context) -> Map.entry(row.getString("provider"), row.getString("reason")))
                .forEach(entry -> reasons.put(entry.getKey(), entry.getValue())));
        return reasons;
    }

    @Override
    public Instant heldSince(String provider) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT coalesce(held_since, since) AS held_since FROM provider_states WHERE provider = :provider""")
                .bind("provider", provider)
                .map((row, context) -> row.getTimestamp("held_since").toInstant())
                .findOne()
                .orElse(Instant.EPOCH));
    }

    @Override
    public void released(String provider, Map<Integer, Long> decided, Instant since) {
        jdbi.useTransaction(handle -> {
            handle.createUpdate("""
                            DELETE FROM page_figures WHERE provider = :provider AND believed
                            AND role IN (SELECT role FROM page_figures
                                         WHERE provider = :provider AND NOT believed AND read_at >= :since)""")
                    .bind("provider", provider)
                    .bind("since", Timestamp.from(since))
                    .execute();
            believe(handle, provider, since);
            keep(handle, provider, decided);
            lift(handle, provider);
        });
    }

    @Override
    public void releasedToo(String provider, Map<Integer, Long> decided, Instant since) {
        jdbi.useTransaction(handle -> {
            believe(handle, provider, since);
            keep(handle, provider, decided);
        });
    }

    private static void believe(Handle handle, String provider, Instant since) {
        handle.createUpdate("""
                        UPDATE page_figures SET believed = true
                        WHERE provider = :provider AND NOT believed AND read_at >= :since""")
                .bind("provider", provider)
                .bind("since", Timestamp.from(since))
                .execute();
        handle.createUpdate("""
                        UPDATE last_prices
                        SET amount = held, currency = held_currency, seen_at = held_at,
                            held = NULL, held_currency = NULL, held_at = NULL
                        WHERE provider = :provider AND held IS NOT NULL AND held_at >= :since""")
                .bind("provider", provider)
                .bind("since", Timestamp.from(since))
                .execute();
    }

    @Override
    public void discarded(String provider, Map<Integer, Long> decided) {
        jdbi.useTransaction(handle -> {
            run(handle, provider, "DELETE FROM page_figures WHERE provider = :provider AND NOT believed");
            run(handle, provider, """
                    UPDATE last_prices SET held = NULL, held_currency = NULL, held_at = NULL WHERE provider = :provider""");
            keep(handle, provider, decided);
            lift(handle, provider);
        });
    }

    private static void keep(Handle handle, String provider, Map<Integer, Long> decided) {
        decided.forEach((partition, next) -> handle.createUpdate("""
                        INSERT INTO held_decisions (provider, partition, next_offset) VALUES (:provider, :partition, :next)
                        ON CONFLICT (provider, partition) DO UPDATE SET next_offset = :next""")
                .bind("provider", provider)
                .bind("partition", partition)
                .bind("next", next)
                .execute());
    }

    private void lift(Handle handle, String provider) {
        handle.createUpdate("""
                        UPDATE provider_states SET state = 'OK', reason = NULL, message = NULL, crawl = NULL, since = :since
                        WHERE provider = :provider""")
                .bind("provider", provider)
                .bind("since", Timestamp.from(clock.instant()))
                .execute();
    }

    private static void run(Handle handle, String provider, String statement) {
        handle.createUpdate(statement).bind("provider", provider).execute();
    }
}
