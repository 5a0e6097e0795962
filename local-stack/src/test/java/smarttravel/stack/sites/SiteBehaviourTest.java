package smarttravel.stack.sites;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import smarttravel.stack.simulation.MarketSize;
import smarttravel.stack.simulation.SimulatedMarket;

class SiteBehaviourTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);
    private static ProviderSites sites;
    private static ProviderSite ola;
    private static ProviderSite sol;

    private final HttpClient visitor = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    @BeforeAll
    static void open() {
        SimulatedMarket market = SimulatedMarket.of(7, DAY.minusDays(200), 230, MarketSize.SMALL);
        sites = ProviderSites.start(market, () -> DAY, Clock.systemUTC());
        ola = sites.site("ola");
        sol = sites.site("sol");
    }

    @AfterAll
    static void close() {
        sites.close();
    }

    @BeforeEach
    void calmDown() {
        sites.all().forEach(site -> {
            site.become(SiteMood.CALM);
            site.log().clear();
        });
    }

    @Test
    void aVisitorIsGivenACookieAndSentBackToThePage() throws Exception {
        HttpResponse<String> page = get(ola, "/buscar?destino=CUN");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.uri().getRawQuery()).isEqualTo("destino=CUN");
        assertThat(page.body()).contains("Caracola Mansa");
        assertThat(ola.log().visits()).extracting(Visit::status).containsExactly(302, 302, 200);
    }

    @Test
    void whoKeepsNoCookieIsToldSoAndNotSentInCircles() throws Exception {
        HttpClient forgetful = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();

        HttpResponse<String> page = forgetful.send(request(ola, "/buscar"), HttpResponse.BodyHandlers.ofString());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("cookies");
    }

    @Test
    void theWayBackNeverLeadsToAnotherSite() throws Exception {
        get(ola, "/");

        assertThat(get(ola, "/bienvenida?volver=//elsewhere.example/x").uri())
                .isEqualTo(ola.address().resolve("/"));
    }

    @Test
    void robotsAreAskedToStayAwayAndTheLogKnowsWhoDidNot() throws Exception {
        assertThat(get(ola, "/robots.txt").body()).contains("Disallow: /reservar\n", "Disallow: /api-interna\n");
        assertThat(get(sites.site("luna"), "/robots.txt").body()).contains("Crawl-delay: 0.05\n");

        String page = get(ola, "/buscar").body();
        get(ola, "/reservar?salida=1");

        assertThat(page).contains("href=\"/reservar", "href=\"/admin", "href=\"/api-interna");
        assertThat(ola.log().forbidden()).extracting(Visit::target).containsExactly("/reservar?salida=1");
    }

    @Test
    void whatIsUnknownIsNotFound() throws Exception {
        assertThat(get(ola, "/salida/none").statusCode()).isEqualTo(404);
    }

    @Test
    void aPageThatHasNotChangedIsNotSentAgain() throws Exception {
        HttpResponse<String> first = get(sol, "/resultados");
        String tag = first.headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> second = visitor.send(
                HttpRequest.newBuilder(first.uri()).header("If-None-Match", tag).build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
    }

    @Test
    void pagesArePackedForWhoUnderstandsIt() throws Exception {
        String plain = get(sol, "/resultados").body();

        HttpResponse<byte[]> packed = visitor.send(
                HttpRequest.newBuilder(sol.address().resolve("/resultados"))
                        .header("Accept-Encoding", "gzip")
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());

        assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(packed.body())))
                .hasBinaryContent(plain.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void everyThirdPageIsRefusedWithAWordWhenToComeBack() throws Exception {
        get(sol, "/");
        sol.become(SiteMood.CALM.refusing(3, 429, Duration.ofSeconds(2)));
        sol.log().clear();

        List<Integer> statuses = Stream.of("/", "/", "/", "/", "/", "/")
                .map(path -> status(sol, path))
                .toList();

        assertThat(statuses).filteredOn(status -> status == 429).hasSize(2);
        assertThat(sol.log().waitsAfterRefusals().keySet())
                .isNotEmpty()
                .allSatisfy(visit -> assertThat(visit.retryAfter()).isEqualTo(Duration.ofSeconds(2)));
    }

    @Test
    void aSlowSiteServesManyAtOnceAndTheLogCountsThem() throws Exception {
        get(sol, "/");
        sol.log().clear();
        sol.become(SiteMood.CALM.slow(Duration.ofMillis(300)));

        List<CompletableFuture<HttpResponse<Void>>> answers = IntStream.range(0, 32)
                .mapToObj(number -> visitor.sendAsync(
                        request(sol, "/resultados?pagina=" + number), HttpResponse.BodyHandlers.discarding()))
                .toList();
        CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).join();

        assertThat(sol.log().mostAtOnce()).isEqualTo(32);
        assertThat(sol.log().visits())
                .hasSize(32)
                .allSatisfy(visit -> assertThat(visit.endNanos() - visit.startNanos())
                        .isGreaterThanOrEqualTo(Duration.ofMillis(300).toNanos()));
        assertThat(sol.log().smallestGap(visit -> true).orElseThrow()).isLessThan(Duration.ofMillis(300));
        assertThat(sol.log().answersByTarget(200)).hasSize(32).containsEntry("/resultados?pagina=7", 1L);
    }

    @Test
    void quirksShowOnThePages() throws Exception {
        String calm = get(sol, "/resultados").body();
        assertThat(calm).contains("class=\"tarjeta__final\">$ ", "Del ", "</ul>");

        sol.become(SiteMood.CALM.with(SiteQuirk.NEW_LAYOUT));
        assertThat(get(sol, "/resultados").body()).contains("12 cuotas de $").doesNotContain("tarjeta", "<ul", "<li");
        sol.become(SiteMood.CALM.with(SiteQuirk.THOUSANDFOLD_PRICES));
        assertThat(get(sol, "/resultados").body()).containsPattern("tarjeta__final\">\\$ \\d+\\.\\d{3}\\.000\\.000<");
        sol.become(SiteMood.CALM.with(SiteQuirk.NO_DEPARTURES));
        assertThat(get(sol, "/resultados").body())
                .contains("Fechas a confirmar")
                .doesNotContain("Del ");
        sol.become(SiteMood.CALM.with(SiteQuirk.CAPTCHA));
        assertThat(get(sol, "/resultados").body()).contains("robot").doesNotContain("tarjeta");
        sol.become(SiteMood.CALM.with(SiteQuirk.HALF_THE_OFFERS));
        assertThat(offers(get(sol, "/resultados").body())).isEqualTo((offers(calm) + 1) / 2);
    }

    @Test
    void aCatalogueCanBeAsLargeAsWanted() throws Exception {
        SimulatedMarket market = SimulatedMarket.of(7, DAY.minusDays(200), 230, MarketSize.SMALL);
        try (ProviderSites many = ProviderSites.start(market, () -> DAY, Clock.systemUTC(), 10_000)) {
            assertThat(get(many.site("sol"), "/resultados?pagina=500").body()).contains("500 / 500");
            assertThat(get(many.site("ola"), "/buscar").body()).contains("programas", "Caracola Mansa 10 ");
        }
    }

    private static int offers(String page) {
        return page.split("class=\"tarjeta\"", -1).length - 1;
    }

    private int status(ProviderSite site, String path) {
        try {
            return get(site, path).statusCode();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private HttpResponse<String> get(ProviderSite site, String path) throws IOException, InterruptedException {
        return visitor.send(request(site, path), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest request(ProviderSite site, String path) {
        return HttpRequest.newBuilder(URI.create(site.address() + path)).build();
    }
}
