package smarttravel.ingest.fetching.hosts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The turns at hosts that several processes share, in {@code fetch_hosts} and {@code fetch_slots}.
 *
 * <p>A fetch in flight is a lease with an end, not a session's advisory lock: a lease needs no connection while the fetch runs,
 * survives a database's restart, and ends by itself when its process was killed or cut off, {@link #GRACE} after the longest
 * that the fetch could have taken (18 s with the usual manners). Only the database's clock counts, so the processes' own may
 * differ. The row of the host is locked for the few statements of a decision, which puts the processes in order.
 */
public final class PostgresHostGate implements HostGate {
    /** How long after a fetch's deadline its slot is taken from it. */
    static final Duration GRACE = Duration.ofSeconds(3);

    private final Jdbi jdbi;
    private final Duration grace;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    public PostgresHostGate(DataSource database) {
        this(database, GRACE);
    }

    PostgresHostGate(DataSource database, Duration grace) {
        jdbi = Jdbi.create(database);
        this.grace = grace;
    }

    @Override
    public Turn enter(String host, HostPace pace) {
        if (!known.contains(host)) {
            jdbi.useHandle(handle -> handle.createUpdate(
                            "INSERT INTO fetch_hosts (host) VALUES (:host) ON CONFLICT DO NOTHING")
                    .bind("host", host)
                    .execute());
            known.add(host);
        }
        return jdbi.inTransaction(handle -> decide(handle, host, pace));
    }

    private Turn decide(Handle handle, String host, HostPace pace) {
        Locked locked = lock(handle, host);
        Optional<Duration> wait = locked.state.waitAt(locked.now, pace);
        if (wait.isPresent()) {
            return new Turn.Wait(wait.get());
        }
        UUID holder = UUID.randomUUID();
        handle.createUpdate("""
                        INSERT INTO fetch_slots (host, holder, expires)
                        VALUES (:host, :holder, clock_timestamp() + :lease * interval '1 millisecond')""")
                .bind("host", host)
                .bind("holder", holder)
                .bind("lease", pace.longestFetch().plus(grace).toMillis())
                .execute();
        write(handle, host, locked.state.entered(locked.now));
        HostState.Entry entry = locked.state.entry(locked.now);
        return new Turn.Granted(visit -> leave(host, holder, visit, pace, entry));
    }

    private void leave(String host, UUID holder, Visit visit, HostPace pace, HostState.Entry entry) {
        jdbi.useTransaction(handle -> {
            Locked locked = lock(handle, host);
            handle.createUpdate("DELETE FROM fetch_slots WHERE holder = :holder")
                    .bind("holder", holder)
                    .execute();
            write(handle, host, locked.state.left(locked.now, visit, pace, entry));
        });
    }

    /** From here to the end of the transaction nobody else decides about the host. */
    private static Locked lock(Handle handle, String host) {
        handle.createQuery("SELECT host FROM fetch_hosts WHERE host = :host FOR UPDATE")
                .bind("host", host)
                .mapTo(String.class)
                .one();
        handle.createUpdate("DELETE FROM fetch_slots WHERE host = :host AND expires <= clock_timestamp()")
                .bind("host", host)
                .execute();
        return handle.createQuery("""
                        SELECT delay_millis,
                               (SELECT count(*) FROM fetch_slots slot WHERE slot.host = h.host) AS in_flight,
                               last_start,
                               not_before,
                               clock_timestamp() AS now
                        FROM fetch_hosts h WHERE host = :host""")
                .bind("host", host)
                .map((row, context) -> Locked.read(row))
                .one();
    }

    private static void write(Handle handle, String host, HostState state) {
        handle.createUpdate("""
                        UPDATE fetch_hosts SET delay_millis = :delay, last_start = :lastStart, not_before = :notBefore
                        WHERE host = :host""")
                .bind("host", host)
                .bind("delay", state.delay().toMillis())
                .bind("lastStart", Timestamp.from(state.lastStart()))
                .bind("notBefore", Timestamp.from(state.notBefore()))
                .execute();
    }

    private record Locked(HostState state, Instant now) {
        static Locked read(ResultSet row) throws SQLException {
            HostState state = new HostState(
                    Duration.ofMillis(row.getLong("delay_millis")),
                    row.getTimestamp("last_start").toInstant(),
                    row.getTimestamp("not_before").toInstant(),
                    row.getInt("in_flight"));
            return new Locked(state, row.getTimestamp("now").toInstant());
        }
    }
}
