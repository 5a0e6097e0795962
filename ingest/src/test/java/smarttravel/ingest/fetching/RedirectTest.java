package smarttravel.ingest.fetching;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static smarttravel.ingest.fetching.FetchBench.DEADLINE;
import static smarttravel.ingest.fetching.FetchBench.manners;
import static smarttravel.ingest.fetching.FetchBench.provider;
import static smarttravel.ingest.fetching.FetchBench.reason;
import static smarttravel.ingest.fetching.HostileServer.page;
import static smarttravel.ingest.fetching.HostileServer.status;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import smarttravel.ingest.fetching.FetchOutcome.Fetched;
import smarttravel.ingest.fetching.FetchOutcome.Reason;
import smarttravel.ingest.fetching.FetchOutcome.Refused;
import smarttravel.ingest.fetching.http.Answer;
import smarttravel.ingest.providers.ProviderFile;

/** Redirects are followed a few times, within the provider's own hosts, and never anywhere else. */
class RedirectTest {
    private FetchBench bench;

    @BeforeEach
    void start() throws IOException {
        bench = new FetchBench(RedirectTest::resolve);
    }

    @AfterEach
    void stop() throws IOException {
        bench.close();
    }

    /** Names of the tests' own all stand on loopback. */
    private static List<InetAddress> resolve(String host) throws UnknownHostException {
        return List.of(InetAddress.getByName(host.matches("[\\d.]+") ? host : "127.0.0.1"));
    }

    private URI at(String host, String path) {
        return URI.create("http://" + host + ":" + bench.site.port() + path);
    }

    private FetchOutcome fetch(URI address, String... hosts) throws InterruptedException {
        return bench.fetch(provider(manners(DEADLINE, 1 << 20), hosts), address);
    }

    @Test
    void fiveHopsAreFollowedEachInATurnOfItsOwn() throws Exception {
        for (int hop = 0; hop < 5; hop++) {
            bench.site.on("/" + hop, status("302 Found", "Location: /" + (hop + 1)));
        }
        bench.site.on("/5", page("here"));

        Fetched fetched = (Fetched) bench.fetch("/0");

        assertThat(fetched.address()).isEqualTo(bench.site.at("/5"));
        assertThat(bench.site.pages()).containsExactly("/0", "/1", "/2", "/3", "/4", "/5");
        assertThat(bench.time.slept()).hasSize(6);
    }

    @Test
    void aSixthHopAndALoopAreRefused() throws Exception {
        for (int hop = 0; hop < 6; hop++) {
            bench.site.on("/" + hop, status("301 Moved", "Location: /" + (hop + 1)));
        }
        bench.site.on("/loop", status("307 Temporary", "Location: /loop"));

        assertThat(reason(bench.fetch("/0"))).isEqualTo(Reason.REDIRECT);
        assertThat(bench.site.pages()).hasSize(6);
        assertThat(reason(bench.fetch("/loop"))).isEqualTo(Reason.REDIRECT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Location: file:///etc/passwd",
                "Location: data:text/html,hello",
                "Location: javascript:alert(1)",
                "Location: ftp://127.0.0.1/",
                "Location: http://user:pass@127.0.0.1/",
                "Location: http://127.0.0.1:22/",
                "Location: http://169.254.169.254/latest/meta-data/",
                "Location: http://10.0.0.1/",
                "Location: http://0.0.0.0/",
                "Location: http://[::1]/",
                "Location: http://2130706433/",
                "Location: http://evil.example/",
                "Location: //evil.example/",
                "Location: /\t/evil",
                "Location: /\\evil.example/",
                "Location: http:127.0.0.1",
                "Location:",
                "X-Location: /",
                "Location: /a\r\nLocation: /b"
            })
    void whatLeadsAwayIsRefusedWithoutAConnection(String location) throws Exception {
        bench.site.on("/", status("302 Found", location));

        assertThat(bench.fetch("/"))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isIn(Reason.REDIRECT, Reason.ADDRESS));

        assertThat(bench.site.pages()).containsExactly("/");
    }

    @Test
    void sloppyAddressesAreReadAsBrowsersReadThem() throws Exception {
        String utf8 = new String("/cancún hotel".getBytes(UTF_8), ISO_8859_1);
        bench.site.on("/", status("302 Found", "Location: " + utf8 + "?a=b c#top"));
        bench.site.on("/canc%C3%BAn%20hotel", page("here"));

        assertThat(((Fetched) bench.fetch("/")).address()).isEqualTo(bench.site.at("/canc%C3%BAn%20hotel?a=b%20c"));
    }

    @Test
    void sisterHostsAndNamedHostsArePartOfTheProvider() throws Exception {
        bench.site.on("/", status("302 Found", "Location: " + at("fotos.example.com.ar", "/here")));
        bench.site.on("/away", status("302 Found", "Location: " + at("cdn.example.net", "/here")));
        bench.site.on("/here", page("here"));

        assertThat(fetch(at("www.example.com.ar", "/"), "www.example.com.ar")).isInstanceOf(Fetched.class);
        assertThat(reason(fetch(at("www.example.com.ar", "/away"), "www.example.com.ar")))
                .isEqualTo(Reason.REDIRECT);
        assertThat(fetch(at("www.example.com.ar", "/away"), "www.example.com.ar", "example.net"))
                .isInstanceOf(Fetched.class);
    }

    @Test
    void siblingsUnderAPublicSuffixAreStrangers() {
        ProviderFile provider = provider(manners(DEADLINE, 1), "ola.com.ar", "10.0.0.1");
        Territory territory = Territory.of(provider);

        assertThat(territory.mayAsk("ola.com.ar")).isTrue();
        assertThat(territory.mayAsk("www.ola.com.ar")).isTrue();
        assertThat(territory.mayAsk("10.0.0.1")).isTrue();
        assertThat(territory.mayAsk("aero.com.ar")).isFalse();
        assertThat(territory.mayAsk("xola.com.ar")).isFalse();
        assertThat(territory.mayAsk("20.0.0.1")).isFalse();
        assertThat(territory.mayBeSent("a.github.io", "b.github.io")).isFalse();
    }

    @Test
    void aPageOfAnotherHostIsNotAskedForAtAll() throws Exception {
        assertThat(reason(fetch(at("evil.example", "/"), "www.example.com.ar"))).isEqualTo(Reason.ADDRESS);
        assertThat(bench.site.paths()).isEmpty();
    }

    @Test
    void aPageThatCameEncryptedIsNotContinuedInClear() {
        Answer answer =
                new Answer(302, Map.of("location", List.of("http://a.example/b")), new byte[0], 0, Duration.ZERO);

        assertThat(Redirects.target(URI.create("https://a.example/"), answer)).isEmpty();
        assertThat(Redirects.target(URI.create("http://a.example/"), answer))
                .isEqualTo(Optional.of(URI.create("http://a.example/b")));
    }
}
