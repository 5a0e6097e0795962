package smarttravel.ingest.fetching;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static smarttravel.ingest.fetching.FetchBench.manners;
import static smarttravel.ingest.fetching.FetchBench.provider;
import static smarttravel.ingest.fetching.FetchBench.reason;
import static smarttravel.ingest.fetching.HostileServer.bytes;
import static smarttravel.ingest.fetching.HostileServer.page;
import static smarttravel.ingest.fetching.HostileServer.raw;
import static smarttravel.ingest.fetching.HostileServer.status;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import smarttravel.ingest.fetching.FetchOutcome.Fetched;
import smarttravel.ingest.fetching.FetchOutcome.Reason;
import smarttravel.ingest.fetching.FetchOutcome.Refused;
import smarttravel.ingest.fetching.FetchOutcome.Unavailable;
import smarttravel.ingest.fetching.HostileServer.Reply;

/** RFC 9309 against a site, judged by the site's own log. */
class RobotsTest {
    private FetchBench bench;

    @BeforeEach
    void start() throws IOException {
        bench = new FetchBench();
        bench.site.on("*", page("a page"));
    }

    @AfterEach
    void stop() throws IOException {
        bench.close();
    }

    private void robots(String... lines) {
        bench.site.on("/robots.txt", page(String.join("\n", lines) + "\n"));
    }

    private boolean allowed(String path) throws InterruptedException {
        return bench.fetch(path) instanceof Fetched;
    }

    @Test
    void ourOwnGroupsHoldTogetherAndNotThoseOfOthers() throws Exception {
        robots(
                "User-agent: *",
                "Disallow: /",
                "",
                "User-agent: SMARTTRAVELBOT",
                "Disallow: /a",
                "",
                "User-agent: OtherBot",
                "Disallow: /c",
                "",
                "User-agent: smarttravelbot",
                "Disallow: /b");

        assertThat(allowed("/a")).isFalse();
        assertThat(allowed("/b")).isFalse();
        assertThat(allowed("/c")).isTrue();
        assertThat(bench.site.pages()).containsExactly("/c");
    }

    @Test
    void withoutAGroupOfOurOwnThoseForEverybodyHold() throws Exception {
        robots("User-agent: OtherBot", "Disallow:", "", "User-agent: *", "Disallow: /private");

        assertThat(allowed("/private/x")).isFalse();
        assertThat(allowed("/public")).isTrue();
    }

    /** Paths are compared as percent-encoded octets; unlike Google's, our parser also decodes what needs no encoding. */
    @ParameterizedTest
    @CsvSource({
        "/p,             /,              /page,             true",
        "/page,          /pa,            /page,             true",
        "/pa,            /page,          /page,             false",
        "/x,             /x,             /x,                true",
        "/x,             /*,             /xy,               true",
        "/x,             /x*y,           /xzy,              false",
        "/fish$,         /fish,          /fish,             true",
        "/fish$,         /fish,          /fish.html,        false",
        "/none,          /*.php,         /a/b.php?x=1,      false",
        "/none,          /*.php$,        /a/b.php?x=1,      true",
        "/none,          /foo?a=b,       /foo?a=b&c=d,      false",
        "/none,          /foo?a=b,       /foo?c=d,          true",
        "/none,          /ツ,            /%E3%83%84,        false",
        "/none,          /%E3%83%84,     /%e3%83%84,        false",
        "/none,          /%62%61%7A,     /baz,              false",
        "/none,          /a%2Fb,         /a/b,              true",
        "/none,          /Case,          /case,             true"
    })
    void theLongestRuleWinsAndAllowWinsATie(String allow, String disallow, String path, boolean allowed)
            throws Exception {
        robots("User-agent: *", "Allow: " + allow, "Disallow: " + disallow);

        assertThat(allowed(path)).isEqualTo(allowed);
    }

    @Test
    void theFileItselfIsAlwaysAllowed() throws Exception {
        robots("User-agent: *", "Disallow: /");

        assertThat(allowed("/robots.txt")).isTrue();
        assertThat(reason(bench.fetch("/"))).isEqualTo(Reason.ROBOTS);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 410, 451})
    void aSiteWithoutTheFileForbidsNothing(int status) throws Exception {
        bench.site.on("/robots.txt", status(status + " No"));

        assertThat(allowed("/")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"429", "500", "502", "503", "599", "nothing", "cut", "too slow", "too many hops", "loop"})
    void aSiteThatCannotSayForbidsEverythingForNow(String how) throws Exception {
        bench.site.on("/robots.txt", brokenRobots(how));
        for (int hop = 0; hop < 6; hop++) {
            bench.site.on("/r" + hop, status("302 Found", "Location: /r" + (hop + 1)));
        }
        bench.site.on("/r6", status("404 No"));
        Duration deadline = how.equals("too slow") ? Duration.ofMillis(300) : FetchBench.DEADLINE;

        FetchOutcome outcome = bench.fetch(provider(manners(deadline, 1 << 20)), bench.site.at("/"));

        assertThat(outcome).isInstanceOf(Unavailable.class);
        assertThat(reason(outcome)).isEqualTo(Reason.ROBOTS);
        assertThat(((Unavailable) outcome).notBefore()).isAfter(bench.time.instant());
        assertThat(bench.site.paths()).doesNotContain("/");
        int asked = bench.site.paths().size();
        bench.fetch("/");
        assertThat(bench.site.paths()).as("not asked again at once").hasSize(asked);
        robots("User-agent: *");
        bench.time.pass(Duration.ofMinutes(2));
        assertThat(allowed("/")).isTrue();
    }

    private static Reply brokenRobots(String how) {
        return switch (how) {
            case "nothing" -> raw("");
            case "cut" -> raw("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nUser-agent: *");
            case "too slow" -> (request, out) -> Thread.currentThread().join();
            case "too many hops" -> status("302 Found", "Location: /r0");
            case "loop" -> status("302 Found", "Location: /robots.txt");
            default -> status(how + " No");
        };
    }

    @Test
    void anOutageStopsUsAndLeavesTheLastAnswerInTheStore() throws Exception {
        robots("User-agent: *", "Disallow: /private");
        allowed("/");
        bench.time.pass(Duration.ofHours(25));
        bench.site.on("/robots.txt", status("500 Broken"));

        assertThat(reason(bench.fetch("/"))).isEqualTo(Reason.ROBOTS);

        assertThat(bench.robots.find("http://127.0.0.1:" + bench.site.port())).hasValueSatisfying(file -> {
            assertThat(file.failedAt()).isNotNull();
            assertThat(file.answer()).isNotNull();
        });
    }

    @Test
    void fiveRedirectsToTheFileAreFollowed() throws Exception {
        bench.site.on("/robots.txt", status("301 Moved", "Location: /r1"));
        for (int hop = 1; hop < 5; hop++) {
            bench.site.on("/r" + hop, status("302 Found", "Location: /r" + (hop + 1)));
        }
        bench.site.on("/r5", page("User-agent: *\nDisallow: /private\n"));

        assertThat(allowed("/private")).isFalse();
        assertThat(allowed("/public")).isTrue();
    }

    @Test
    void theFileMayComeFromAnotherHostAndSpeaksForTheFirst() throws Exception {
        try (HostileServer other = new HostileServer()) {
            other.on("/rules", page("User-agent: *\nDisallow: /private\n"));
            bench.site.on("/robots.txt", status("301 Moved", "Location: " + other.at("/rules")));

            assertThat(allowed("/private")).isFalse();
            assertThat(allowed("/public")).isTrue();
        }
    }

    @Test
    void theFileIsAskedForOnceADay() throws Exception {
        robots("User-agent: *");
        allowed("/a");
        allowed("/b");
        bench.time.pass(Duration.ofHours(23));
        allowed("/c");
        assertThat(bench.site.paths()).containsExactly("/robots.txt", "/a", "/b", "/c");

        bench.time.pass(Duration.ofHours(1));
        allowed("/d");
        assertThat(bench.site.paths()).endsWith("/robots.txt", "/d");
    }

    @Test
    void aFileIsReadUpTo500KiBAndACutRuleIsDropped() throws Exception {
        String start = "User-agent: *\nDisallow: /early\n#";
        String cut = "\nDisallow: /lat";
        int filling = 500 * 1_024 - start.length() - cut.length();
        bench.site.on("/robots.txt", page(start + "x".repeat(filling) + cut + "e\nDisallow: /never\n"));

        assertThat(allowed("/early")).isFalse();
        assertThat(allowed("/late")).isTrue();
        assertThat(allowed("/latitude")).isTrue();
        assertThat(allowed("/never")).isTrue();
    }

    @Test
    void anyBytesAreAFile() throws Exception {
        byte[] noise = new byte[2_000];
        new Random(1).nextBytes(noise);
        List<byte[]> files = List.of(
                new byte[0],
                noise,
                new byte[1_000],
                "<!doctype html><html><body>Not a robots file".getBytes(UTF_8),
                "User-agent: *\rDisallow: /x\r\u0000\u0000".getBytes(UTF_8));
        for (byte[] file : files) {
            try (FetchBench fresh = new FetchBench()) {
                fresh.site.on("/robots.txt", bytes(file)).on("/", page("a page"));
                assertThat(fresh.fetch("/")).isInstanceOf(Fetched.class);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void lineEndsAndByteOrderMarksDoNotMatter(String end) throws Exception {
        String text = String.join(end, "\uFEFFUser-agent: *", "Disallow: /private", "");
        ByteArrayOutputStream wide = new ByteArrayOutputStream();
        wide.write(text.getBytes(UTF_16LE));
        for (byte[] file : List.of(text.getBytes(UTF_8), wide.toByteArray())) {
            try (FetchBench fresh = new FetchBench()) {
                fresh.site.on("/robots.txt", bytes(file)).on("/", page("a page"));
                assertThat(reason(fresh.fetch("/private"))).isEqualTo(Reason.ROBOTS);
                assertThat(fresh.fetch("/")).isInstanceOf(Fetched.class);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"0.5, 500", "7, 7000", "abc, 100", "-3, 100"})
    void aCrawlDelayIsKept(String wanted, long millis) throws Exception {
        robots("User-agent: *", "Crawl-delay: " + wanted);
        allowed("/a");
        allowed("/b");

        // one wait between robots.txt and /a, one between /a and /b
        assertThat(bench.time.slept())
                .hasSize(2)
                .allSatisfy(wait ->
                        assertThat(wait).isBetween(Duration.ofMillis(millis * 3 / 4), Duration.ofMillis(millis + 50)));
    }

    @Test
    void whoeverWantsMoreThanFiveMinutesBetweenPagesIsLeftAlone() throws Exception {
        robots("User-agent: *", "Crawl-delay: 1000000000");

        assertThat(bench.fetch("/")).isInstanceOf(Refused.class);
        assertThat(bench.site.pages()).isEmpty();
    }

    @Test
    void aRedirectDoesNotLeadAroundARule() throws Exception {
        robots("User-agent: *", "Disallow: /private");
        bench.site.on("/", status("302 Found", "Location: /private"));

        assertThat(reason(bench.fetch("/"))).isEqualTo(Reason.ROBOTS);
        assertThat(bench.site.pages()).containsExactly("/");
    }
}
