package smarttravel.api;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.sql.DataSource;
import smarttravel.api.advice.AdviceRoutes;
import smarttravel.api.advice.ClickHouseAdvice;
import smarttravel.api.comparables.ClickHousePeers;
import smarttravel.api.comparables.ComparableRoutes;
import smarttravel.api.database.ClickHouseQueries;
import smarttravel.api.database.ConnectionPools;
import smarttravel.api.docs.DocsRoutes;
import smarttravel.api.drops.ClickHouseDropSearch;
import smarttravel.api.drops.DropRoutes;
import smarttravel.api.fx.ClickHouseRates;
import smarttravel.api.fx.RateRoutes;
import smarttravel.api.health.OperationRoutes;
import smarttravel.api.health.Readiness;
import smarttravel.api.health.ReadinessCheck;
import smarttravel.api.http.ApiServer;
import smarttravel.api.http.Route;
import smarttravel.api.http.ServerSettings;
import smarttravel.api.keys.KeyGate;
import smarttravel.api.keys.PostgresApiKeys;
import smarttravel.api.markets.ClickHouseMarkets;
import smarttravel.api.markets.MarketRoutes;
import smarttravel.api.offers.ClickHouseOfferSearch;
import smarttravel.api.offers.ClickHousePriceHistory;
import smarttravel.api.offers.OfferRoutes;
import smarttravel.api.paging.Cursors;
import smarttravel.api.patterns.ClickHousePatternSearch;
import smarttravel.api.patterns.PatternRoutes;
import smarttravel.api.providers.PostgresProviders;
import smarttravel.api.providers.ProviderRoutes;
import smarttravel.api.quality.ClickHouseQualities;
import smarttravel.api.quality.QualityRoutes;
import smarttravel.api.searches.PostgresSearches;
import smarttravel.api.searches.SearchRoutes;
import smarttravel.api.trends.ClickHouseTrends;
import smarttravel.api.trends.TrendRoutes;

/** The query API, wired and running: the only place that knows which class stands behind which interface. */
public final class QueryApi implements AutoCloseable {
    private final ApiServer server;
    private final List<Route> routes;
    private final Deque<AutoCloseable> closing;

    private QueryApi(ApiServer server, List<Route> routes, Deque<AutoCloseable> closing) {
        this.server = server;
        this.routes = routes;
        this.closing = closing;
    }

    /**
     * Starts the API over ClickHouse and PostgreSQL; neither has to be up yet.
     *
     * @param extraChecks what else has to work before {@code /health/ready} says so
     * @param registry {@code /metrics} shows everything in it
     */
    public static QueryApi start(
            QueryApiConfig config, List<ReadinessCheck> extraChecks, PrometheusMeterRegistry registry, Clock clock) {
        Deque<AutoCloseable> closing = new ArrayDeque<>();
        try {
            HikariDataSource clickHouse =
                    ConnectionPools.clickHouse(config.clickHouse(), config.clickHouseConnections(), registry);
            closing.push(clickHouse);
            HikariDataSource postgres =
                    ConnectionPools.postgres(config.postgres(), config.postgresConnections(), registry);
            closing.push(postgres);
            ClickHouseQueries queries = new ClickHouseQueries(clickHouse);
            Sources sources = new Sources(
                    new ClickHouseOfferSearch(queries),
                    new ClickHousePriceHistory(queries),
                    new ClickHouseDropSearch(queries),
                    new ClickHousePatternSearch(queries),
                    new ClickHouseTrends(queries),
                    new ClickHouseMarkets(queries),
                    new ClickHouseRates(queries),
                    new ClickHousePeers(queries),
                    new ClickHouseAdvice(queries),
                    new PostgresSearches(postgres, config.searches(), clock),
                    new PostgresProviders(postgres),
                    new ClickHouseQualities(queries, config.quality()),
                    new PostgresApiKeys(postgres, clock));
            List<ReadinessCheck> checks = new ArrayList<>();
            checks.add(ReadinessCheck.of("clickhouse", () -> probe(clickHouse)));
            checks.add(ReadinessCheck.of("postgres", () -> probe(postgres)));
            checks.addAll(extraChecks);
            bindJvm(registry, closing);
            return start(config, sources, checks, registry, clock, closing);
        } catch (RuntimeException e) {
            closeAll(closing);
            throw e;
        }
    }

    /** Starts the API over any sources. */
    static QueryApi start(
            QueryApiConfig config,
            Sources sources,
            List<ReadinessCheck> checks,
            PrometheusMeterRegistry registry,
            Clock clock,
            Deque<AutoCloseable> closing) {
        Cursors cursors = new Cursors(config.cursorSecret().getBytes(StandardCharsets.UTF_8));
        Readiness readiness = new Readiness(checks, config.readinessLimit());
        closing.push(readiness);
        List<Route> routes = new ArrayList<>();
        routes.addAll(new OfferRoutes(sources.offers(), sources.history(), sources.qualities(), cursors).routes());
        routes.addAll(new DropRoutes(sources.drops(), cursors).routes());
        routes.addAll(new PatternRoutes(sources.patterns(), cursors).routes());
        routes.addAll(new TrendRoutes(sources.trends(), cursors).routes());
        routes.addAll(new MarketRoutes(sources.markets(), cursors).routes());
        routes.addAll(new RateRoutes(sources.rates(), cursors).routes());
        routes.addAll(new AdviceRoutes(sources.advice(), sources.offers(), clock).routes());
        routes.addAll(
                new ComparableRoutes(sources.offers(), sources.peers(), sources.rates(), cursors, clock).routes());
        routes.addAll(new SearchRoutes(sources.searches(), sources.offers(), sources.history(), sources.qualities())
                .routes());
        routes.addAll(new QualityRoutes(sources.qualities(), cursors).routes());
        routes.addAll(new ProviderRoutes(sources.providers()).routes());
        routes.addAll(new OperationRoutes(readiness, registry).routes());
        routes.addAll(DocsRoutes.describing(routes));
        KeyGate gate = new KeyGate(sources.keys(), () -> clock.millis() * 1_000_000);
        ServerSettings settings = new ServerSettings(config.host(), config.port(), config.httpThreads(), config.idle());
        ApiServer server = ApiServer.start(settings, routes, gate, registry);
        closing.push(server);
        return new QueryApi(server, List.copyOf(routes), closing);
    }

    /** The port it listens on. */
    public int port() {
        return server.port();
    }

    /** Every route it answers. */
    List<Route> routes() {
        return routes;
    }

    @Override
    public void close() {
        closeAll(closing);
    }

    private static void probe(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT 1");
        }
    }

    private static void bindJvm(PrometheusMeterRegistry registry, Deque<AutoCloseable> closing) {
        new ClassLoaderMetrics().bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        JvmGcMetrics collections = new JvmGcMetrics();
        collections.bindTo(registry);
        closing.push(collections);
    }

    private static void closeAll(Deque<AutoCloseable> closing) {
        RuntimeException failure = new IllegalStateException("not everything could be closed");
        while (!closing.isEmpty()) {
            try {
                closing.pop().close();
            } catch (Exception e) {
                failure.addSuppressed(e);
            }
        }
        if (failure.getSuppressed().length > 0) {
            throw failure;
        }
    }
}
