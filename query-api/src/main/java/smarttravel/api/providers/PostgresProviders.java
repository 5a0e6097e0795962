package smarttravel.api.providers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import smarttravel.api.problems.UnavailableException;
import smarttravel.api.providers.ProviderHealth.LastCrawl;
import smarttravel.api.providers.ProviderHealth.Prices;
import smarttravel.api.providers.ProviderHealth.State;

/** Providers in the tables that ingestion keeps of their pages: {@code provider_states} and {@code page_figures}. */
public final class PostgresProviders implements Providers {
    private final Jdbi jdbi;

    public PostgresProviders(DataSource database) {
        this.jdbi = Jdbi.create(database);
    }

    @Override
    public List<ProviderHealth> all() {
        try (Handle handle = jdbi.open()) {
            return handle.createQuery("""
                            SELECT p.provider, coalesce(s.state, 'OK') AS state, s.reason, s.message, s.since,
                                   (SELECT f.crawl FROM page_figures f WHERE f.provider = p.provider
                                    ORDER BY f.read_at DESC, f.task DESC LIMIT 1) AS crawl
                            FROM (SELECT provider FROM provider_states
                                  UNION SELECT provider FROM crawls
                                  UNION SELECT provider FROM page_figures) p
                            LEFT JOIN provider_states s USING (provider)
                            ORDER BY p.provider""")
                    .map((row, context) -> health(handle, row))
                    .list();
        } catch (JdbiException e) {
            throw new UnavailableException("The store of providers", e);
        }
    }

    private static ProviderHealth health(Handle handle, ResultSet row) throws SQLException {
        String provider = row.getString("provider");
        @Nullable String crawl = row.getString("crawl");
        @Nullable Timestamp since = row.getTimestamp("since");
        return new ProviderHealth(
                provider,
                State.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getString("message"),
                since == null ? null : since.toInstant(),
                crawl == null ? null : lastCrawl(handle, provider, crawl));
    }

    private static LastCrawl lastCrawl(Handle handle, String provider, String crawl) {
        return handle.createQuery("""
                        SELECT min(read_at) AS first_page, max(read_at) AS last_page, count(*) AS pages,
                               count(*) FILTER (WHERE NOT believed) AS held, coalesce(sum(items), 0) AS offers
                        FROM page_figures WHERE provider = :provider AND crawl = :crawl""")
                .bind("provider", provider)
                .bind("crawl", crawl)
                .map((row, context) -> new LastCrawl(
                        crawl,
                        row.getTimestamp("first_page").toInstant(),
                        row.getTimestamp("last_page").toInstant(),
                        row.getInt("pages"),
                        row.getInt("held"),
                        row.getInt("offers"),
                        (double) row.getInt("offers") / row.getInt("pages"),
                        shares(handle, "refused", provider, crawl),
                        shares(handle, "filled", provider, crawl),
                        prices(handle, provider, crawl)))
                .one();
    }

    /** @param column of JSON counts, named by this code only */
    private static Map<String, Double> shares(Handle handle, String column, String provider, String crawl) {
        Map<String, Double> shares = new LinkedHashMap<>();
        handle.createQuery("""
                        SELECT counts.key AS name,
                               sum(counts.value::int)::float8
                                   / (SELECT greatest(sum(items), 1) FROM page_figures
                                      WHERE provider = :provider AND crawl = :crawl) AS share
                        FROM page_figures, jsonb_each_text(%s) AS counts
                        WHERE provider = :provider AND crawl = :crawl
                        GROUP BY counts.key ORDER BY counts.key""".formatted(column))
                .bind("provider", provider)
                .bind("crawl", crawl)
                .map((row, context) -> Map.entry(row.getString("name"), row.getDouble("share")))
                .forEach(share -> shares.put(share.getKey(), share.getValue()));
        return shares;
    }

    private static List<Prices> prices(Handle handle, String provider, String crawl) {
        return handle.createQuery("""
                        WITH pages AS (
                            SELECT currency, median_amount, crawl = :crawl AS now FROM page_figures
                            WHERE provider = :provider AND currency IS NOT NULL AND (crawl = :crawl OR believed AND read_at
                                > (SELECT min(read_at) FROM page_figures WHERE crawl = :crawl) - interval '28 days'))
                        SELECT currency,
                               percentile_disc(0.5) WITHIN GROUP (ORDER BY median_amount) FILTER (WHERE now) AS median,
                               count(*) FILTER (WHERE now) AS pages,
                               percentile_disc(0.5) WITHIN GROUP (ORDER BY median_amount) FILTER (WHERE NOT now) AS before,
                               count(*) FILTER (WHERE NOT now) AS pages_before
                        FROM pages GROUP BY currency HAVING count(*) FILTER (WHERE now) > 0 ORDER BY currency""")
                .bind("provider", provider)
                .bind("crawl", crawl)
                .map((row, context) -> new Prices(
                        row.getString("currency"),
                        row.getBigDecimal("median"),
                        row.getInt("pages"),
                        row.getBigDecimal("before"),
                        row.getInt("pages_before")))
                .list();
    }
}
