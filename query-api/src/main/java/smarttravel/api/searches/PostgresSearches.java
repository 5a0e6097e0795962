package smarttravel.api.searches;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import smarttravel.api.http.Json;
import smarttravel.api.problems.UnavailableException;
import smarttravel.api.searches.LiveSearch.AnsweredFrom;
import smarttravel.api.searches.LiveSearch.ProviderProgress;
import smarttravel.api.searches.LiveSearch.State;

/** Searches in the table {@code searches}; the crawls behind them stand in the ledger that ingestion keeps. */
public final class PostgresSearches implements Searches {
    private final Jdbi jdbi;
    private final SearchSettings settings;
    private final Clock clock;

    public PostgresSearches(DataSource database, SearchSettings settings, Clock clock) {
        this.jdbi = Jdbi.create(database);
        this.settings = settings;
        this.clock = clock;
    }

    /** A search as the table has it. */
    private record Row(
            UUID id,
            SearchCriteria criteria,
            long request,
            boolean live,
            Instant startedAt,
            Instant closesAt,
            Instant offersSince) {}

    @Override
    public LiveSearch begin(SearchCriteria criteria) {
        return ask(handle -> {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            onlyOneAtOnce(handle, criteria);
            Row row = earlier(handle, criteria, now)
                    .map(before -> insert(handle, repeated(before, now)))
                    .orElseGet(() -> insert(handle, asked(handle, criteria, now)));
            return describe(handle, row, now);
        });
    }

    @Override
    public Optional<LiveSearch> find(UUID id) {
        return ask(handle -> handle.createQuery("SELECT * FROM searches WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> read(row))
                .findOne()
                .map(row -> describe(handle, row, clock.instant())));
    }

    /** The same question asked twice at once goes to the providers' sites once. */
    private static void onlyOneAtOnce(Handle handle, SearchCriteria criteria) {
        handle.createQuery("SELECT pg_advisory_xact_lock(2, hashtext(:criteria))")
                .bind("criteria", json(criteria))
                .mapToMap()
                .one();
    }

    /** A search that was answered, or still may be; one that nobody answered is asked again. */
    private Optional<Row> earlier(Handle handle, SearchCriteria criteria, Instant now) {
        return handle.createQuery("""
                        SELECT * FROM searches
                        WHERE live AND criteria = :criteria::jsonb AND started_at > :freshSince
                            AND (closes_at > :now OR EXISTS (
                                SELECT FROM crawls c JOIN crawl_tasks t ON t.crawl = c.id
                                WHERE c.request = searches.request AND t.state = 'DONE'))
                        ORDER BY started_at DESC LIMIT 1""")
                .bind("criteria", json(criteria))
                .bind("freshSince", Timestamp.from(now.minus(settings.freshness())))
                .bind("now", Timestamp.from(now))
                .map((row, context) -> read(row))
                .findOne();
    }

    private static Row repeated(Row before, Instant now) {
        return new Row(
                UUID.randomUUID(),
                before.criteria(),
                before.request(),
                false,
                now,
                before.closesAt(),
                before.offersSince());
    }

    private Row asked(Handle handle, SearchCriteria criteria, Instant now) {
        long request = handle.createQuery("""
                        INSERT INTO crawl_requests (criteria, reason, urgent, requested_at)
                        VALUES (:criteria::jsonb, 'search', true, :now) RETURNING id""")
                .bind("criteria", json(criteria))
                .bind("now", Timestamp.from(now))
                .mapTo(Long.class)
                .one();
        return new Row(UUID.randomUUID(), criteria, request, true, now, now.plus(settings.limit()), now);
    }

    private static Row insert(Handle handle, Row row) {
        handle.createUpdate("""
                        INSERT INTO searches (id, criteria, request, live, started_at, closes_at, offers_since)
                        VALUES (:id, :criteria::jsonb, :request, :live, :startedAt, :closesAt, :offersSince)""")
                .bind("id", row.id())
                .bind("criteria", json(row.criteria()))
                .bind("request", row.request())
                .bind("live", row.live())
                .bind("startedAt", Timestamp.from(row.startedAt()))
                .bind("closesAt", Timestamp.from(row.closesAt()))
                .bind("offersSince", Timestamp.from(row.offersSince()))
                .execute();
        return row;
    }

    private static LiveSearch describe(Handle handle, Row row, Instant now) {
        List<ProviderProgress> providers = providers(handle, row.request());
        boolean taken = handle.createQuery("SELECT taken_at IS NOT NULL FROM crawl_requests WHERE id = :id")
                .bind("id", row.request())
                .mapTo(Boolean.class)
                .one();
        boolean finished = taken && providers.stream().allMatch(ProviderProgress::finished);
        boolean inTime = finished && !endedAt(handle, row).isAfter(row.closesAt());
        State state = inTime ? State.COMPLETE : now.isBefore(row.closesAt()) ? State.RUNNING : State.TIMED_OUT;
        return new LiveSearch(
                row.id(),
                state,
                row.live() ? AnsweredFrom.LIVE : AnsweredFrom.LATEST_OBSERVATIONS,
                row.criteria(),
                row.startedAt(),
                row.closesAt(),
                row.offersSince(),
                providers);
    }

    /** When the last page of a search ended; when it was asked, for one without pages. */
    private static Instant endedAt(Handle handle, Row row) {
        return handle.createQuery("""
                        SELECT max(t.ended_at) FROM crawls c JOIN crawl_tasks t ON t.crawl = c.id
                        WHERE c.request = :request""")
                .bind("request", row.request())
                .mapTo(Timestamp.class)
                .findOne()
                .map(Timestamp::toInstant)
                .orElse(row.startedAt());
    }

    private static List<ProviderProgress> providers(Handle handle, long request) {
        return handle.createQuery("""
                        SELECT c.provider, bool_and(t.state IN ('DONE', 'DEAD')) AS finished, count(*) AS pages,
                               count(*) FILTER (WHERE t.state = 'DONE') AS pages_read,
                               count(*) FILTER (WHERE t.state = 'DEAD') AS pages_failed,
                               coalesce(sum(t.offers), 0) AS offers
                        FROM crawls c JOIN crawl_tasks t ON t.crawl = c.id
                        WHERE c.request = :request
                        GROUP BY c.provider ORDER BY c.provider""")
                .bind("request", request)
                .map((row, context) -> new ProviderProgress(
                        row.getString("provider"),
                        row.getBoolean("finished"),
                        row.getInt("pages"),
                        row.getInt("pages_read"),
                        row.getInt("pages_failed"),
                        row.getInt("offers")))
                .list();
    }

    private <T> T ask(Function<Handle, T> question) {
        try (Handle handle = jdbi.open()) {
            return handle.inTransaction(question::apply);
        } catch (JdbiException e) {
            throw new UnavailableException("The store of searches", e);
        }
    }

    private static String json(SearchCriteria criteria) {
        return new String(Json.bytes(criteria), StandardCharsets.UTF_8);
    }

    private static Row read(ResultSet row) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                Json.read(row.getString("criteria"), SearchCriteria.class),
                row.getLong("request"),
                row.getBoolean("live"),
                row.getTimestamp("started_at").toInstant(),
                row.getTimestamp("closes_at").toInstant(),
                row.getTimestamp("offers_since").toInstant());
    }
}
