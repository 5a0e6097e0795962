package smarttravel.ingest.health;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What was decided on providers in quarantine. */
public final class PostgresQuarantines {
    private final Jdbi jdbi;
    private final Clock clock;

    /** Over a database that holds the tables of provider health. */
    public PostgresQuarantines(DataSource database, Clock clock) {
        this.jdbi = Jdbi.create(database);
        this.clock = clock;
    }

    /** Per partition of the topic of held observations, the first offset that has not been decided on. */
    Map<Integer, Long> decided(String provider) {
        Map<Integer, Long> decided = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("""
                        SELECT partition, next_offset FROM held_decisions WHERE provider = :provider""")
                .bind("provider", provider)
                .map((row, context) -> Map.entry(row.getInt("partition"), row.getLong("next_offset")))
                .forEach(entry -> decided.put(entry.getKey(), entry.getValue())));
        return decided;
    }

    /** The held pages are how the provider looks now, and their prices what its offers cost. */
    void released(String provider, Map<Integer, Long> decided) {
        jdbi.useTransaction(handle -> {
            run(handle, provider, """
                    DELETE FROM page_figures WHERE provider = :provider AND believed
                    AND role IN (SELECT role FROM page_figures WHERE provider = :provider AND NOT believed)""");
            run(handle, provider, "UPDATE page_figures SET believed = true WHERE provider = :provider");
            run(handle, provider, """
                    UPDATE last_prices
                    SET amount = held, currency = held_currency, seen_at = held_at,
                        held = NULL, held_currency = NULL, held_at = NULL
                    WHERE provider = :provider AND held IS NOT NULL""");
            lift(handle, provider, decided);
        });
    }

    /** The held pages never were. */
    void discarded(String provider, Map<Integer, Long> decided) {
        jdbi.useTransaction(handle -> {
            run(handle, provider, "DELETE FROM page_figures WHERE provider = :provider AND NOT believed");
            run(handle, provider, """
                    UPDATE last_prices SET held = NULL, held_currency = NULL, held_at = NULL WHERE provider = :provider""");
            lift(handle, provider, decided);
        });
    }

    private void lift(Handle handle, String provider, Map<Integer, Long> decided) {
        decided.forEach((partition, next) -> handle.createUpdate("""
                        INSERT INTO held_decisions (provider, partition, next_offset) VALUES (:provider, :partition, :next)
                        ON CONFLICT (provider, partition) DO UPDATE SET next_offset = :next""")
                .bind("provider", provider)
                .bind("partition", partition)
                .bind("next", next)
                .execute());
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
