package smarttravel.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import smarttravel.api.database.Database;
import smarttravel.api.drops.Drop;
import smarttravel.api.drops.DropQuery;
import smarttravel.api.drops.DropSearch;
import smarttravel.api.fx.Rate;
import smarttravel.api.fx.Rates;
import smarttravel.api.health.ReadinessCheck;
import smarttravel.api.http.Route;
import smarttravel.api.keys.ApiKey;
import smarttravel.api.keys.ApiKeys;
import smarttravel.api.keys.KeyText;
import smarttravel.api.paging.PageRequest;
import smarttravel.api.paging.Slice;
import smarttravel.api.patterns.Pattern;
import smarttravel.api.patterns.PatternQuery;
import smarttravel.api.patterns.PatternSearch;
import smarttravel.api.providers.ProviderHealth;
import smarttravel.api.trends.BookingCurve;
import smarttravel.api.trends.SeasonalTrend;
import smarttravel.api.trends.TrendQuery;
import smarttravel.api.trends.Trends;

/** The whole API on a free port over sources in memory, and somebody who asks it. */
final class RunningApi implements AutoCloseable {
    static final Clock NOON = Clock.fixed(Instant.parse("2026-07-07T12:00:00Z"), ZoneOffset.UTC);

    final OffersInMemory offers = new OffersInMemory();
    final MarketsInMemory markets = new MarketsInMemory();
    final PeersInMemory peers = new PeersInMemory();
    final SearchesInMemory searches = new SearchesInMemory();
    final AdviceInMemory advice = new AdviceInMemory();
    final List<ProviderHealth> providers = new CopyOnWriteArrayList<>();
    final List<Drop> drops = new CopyOnWriteArrayList<>();
    final List<DropQuery> dropQueries = new CopyOnWriteArrayList<>();
    final List<Pattern> patterns = new CopyOnWriteArrayList<>();
    final List<PatternQuery> patternQueries = new CopyOnWriteArrayList<>();
    final List<SeasonalTrend> seasons = new CopyOnWriteArrayList<>();
    final List<BookingCurve> curves = new CopyOnWriteArrayList<>();
    final List<TrendQuery> trendQueries = new CopyOnWriteArrayList<>();
    final Map<String, ApiKey> keys = new ConcurrentHashMap<>();
    final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    final KeyText key = KeyText.random(new SecureRandom());

    /** What finding a drop or a key does instead, when it is set. */
    Optional<RuntimeException> failure = Optional.empty();

    Optional<RuntimeException> keyFailure = Optional.empty();

    final QualitiesInMemory qualities = new QualitiesInMemory();

    private final QueryApi api;
    private final HttpClient client = HttpClient.newHttpClient();

    RunningApi(ReadinessCheck... checks) {
        keys.put(key.reveal(), new ApiKey(1, "analyst", key.prefix(), NOON.instant(), Optional.empty()));
        Database nowhere = new Database("jdbc:nowhere", "", "");
        QueryApiConfig config =
                QueryApiConfig.of(nowhere, nowhere, "a secret for tests").listeningOn("127.0.0.1", 0);
        DropSearch dropSearch = (query, page) -> {
            failure.ifPresent(thrown -> {
                throw thrown;
            });
            dropQueries.add(query);
            return new Slice<>(drops, Optional.empty());
        };
        PatternSearch patternSearch = (query, page) -> {
            patternQueries.add(query);
            return new Slice<>(patterns, Optional.empty());
        };
        Sources sources = new Sources(
                offers,
                offers,
                dropSearch,
                patternSearch,
                trends(),
                markets,
                rates(),
                peers,
                advice,
                searches,
                () -> providers,
                qualities,
                apiKeys());
        api = QueryApi.start(config, sources, List.of(checks), registry, NOON, new ArrayDeque<>());
    }

    private static Rates rates() {
        return (currency, kind, page) -> new Slice<>(
                currency.equals("XXX")
                        ? List.of()
                        : List.of(new Rate(currency, kind.orElse("official"), LocalDate.of(2026, 7, 7), 0.001)),
                Optional.empty());
    }

    int port() {
        return api.port();
    }

    List<Route> routes() {
        return api.routes();
    }

    /** A request with the key to a path that answers 200 for every route of the API. */
    static String workingPath(Route route) {
        String path = route.path()
                .replace("{provider}", "ola")
                .replace("{offerId}", "A%2F1")
                .replace("{id}", SearchesInMemory.KNOWN.toString())
                .replace("<market>", "PACKAGE/EZE/CUN/14+/AI");
        return switch (route.path()) {
            case "/api/v1/offers" -> path + "?destination=CUN";
            case "/api/v1/fx" -> path + "?currency=ARS";
            case "/api/v1/trends/seasonal", "/api/v1/trends/booking-curve", "/api/v1/trends/forecast" ->
                path + "?market=FLIGHT/EZE/CUN";
            default -> path;
        };
    }

    /** Fills every source so that {@link #workingPath} finds something. */
    RunningApi filled() {
        offers.offers.add(OffersInMemory.offer("A/1", LocalDate.of(2026, 10, 1), "500"));
        offers.points.add(OffersInMemory.point(OffersInMemory.SEEN, "500"));
        offers.summaries.add(OffersInMemory.summary("A/1", 5, "500", "510", "520", "530", "540"));
        drops.add(Samples.drop());
        patterns.add(Samples.pattern());
        seasons.add(Samples.season());
        curves.add(Samples.curve());
        providers.add(Samples.provider());
        peers.decided.add(Samples.decision());
        qualities.isFilled = true;
        markets.days.add(Samples.day(LocalDate.of(2026, 7, 1)));
        markets.leads.add(Samples.atLead());
        advice.fill();
        return this;
    }

    /** Asks a route in a way that it answers. */
    HttpResponse<String> ask(Route route) {
        return route.method() == Route.Method.GET ? get(workingPath(route)) : post(route.path(), workingBody(route));
    }

    /** A body that a route accepts. */
    static String workingBody(Route route) {
        return route.path().equals("/api/v1/searches") ? "{\"destination\":\"CUN\"}" : "{}";
    }

    HttpResponse<String> post(String path, String json) {
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .header("Authorization", "Bearer " + key.reveal())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    HttpResponse<String> get(String path) {
        return send(path, "Authorization", "Bearer " + key.reveal());
    }

    HttpResponse<String> send(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    JsonNode json(String path) {
        return parse(get(path));
    }

    static JsonNode parse(HttpResponse<String> answer) {
        try {
            return new ObjectMapper().readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(answer.body(), e);
        }
    }

    /** Which parameters a problem names. */
    static List<String> named(HttpResponse<String> answer) {
        List<String> named = new ArrayList<>();
        parse(answer)
                .path("errors")
                .forEach(error -> named.add(error.path("parameter").asText()));
        return named;
    }

    @Override
    public void close() {
        api.close();
    }

    private ApiKeys apiKeys() {
        return shown -> {
            keyFailure.ifPresent(thrown -> {
                throw thrown;
            });
            return Optional.ofNullable(keys.get(shown.reveal()));
        };
    }

    private Trends trends() {
        return new Trends() {
            @Override
            public Slice<SeasonalTrend> seasonal(TrendQuery query, PageRequest page) {
                trendQueries.add(query);
                return new Slice<>(seasons, Optional.empty());
            }

            @Override
            public Slice<BookingCurve> bookingCurves(TrendQuery query, PageRequest page) {
                trendQueries.add(query);
                return new Slice<>(curves, Optional.empty());
            }
        };
    }
}
