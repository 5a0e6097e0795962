package smarttravel.ingest.fetching;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static smarttravel.ingest.fetching.FetchBench.manners;
import static smarttravel.ingest.fetching.FetchBench.provider;
import static smarttravel.ingest.fetching.FetchBench.reason;
import static smarttravel.ingest.fetching.HostileServer.ascii;
import static smarttravel.ingest.fetching.HostileServer.bytes;
import static smarttravel.ingest.fetching.HostileServer.page;
import static smarttravel.ingest.fetching.HostileServer.raw;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import smarttravel.ingest.fetching.FetchOutcome.Fetched;
import smarttravel.ingest.fetching.FetchOutcome.Reason;
import smarttravel.ingest.fetching.FetchOutcome.Refused;
import smarttravel.ingest.fetching.FetchOutcome.Unavailable;
import smarttravel.ingest.fetching.HostileServer.Reply;

/** Bodies that never end, lie about their length, or are not what they say. */
class HostilePagesTest {
    private static final String PAGE = "<!doctype html><html><body>Cancún</body></html>";
    private static final Duration SHORT = Duration.ofMillis(300);

    private FetchBench bench;

    @BeforeEach
    void start() throws IOException {
        bench = new FetchBench();
    }

    @AfterEach
    void stop() throws IOException {
        bench.close();
    }

    @Test
    void aPageComesAsItIs() throws Exception {
        bench.site.on("/", page(PAGE, "Content-Type: text/html; charset=utf-8"));

        Fetched fetched = (Fetched) bench.fetch("/?to=CUN#top");

        assertThat(new String(fetched.body(), UTF_8)).isEqualTo(PAGE);
        assertThat(fetched.contentType()).contains("text/html; charset=utf-8");
        assertThat(fetched.address()).isEqualTo(bench.site.at("/?to=CUN"));
        assertThat(fetched.unchanged()).isFalse();
        assertThat(fetched.fetchedAt()).isEqualTo(bench.time.instant());
    }

    @Test
    void everyRequestSaysWhoAsks() throws Exception {
        bench.site.on("/", page(PAGE));

        bench.fetch("/");

        assertThat(bench.site.log())
                .hasSize(2)
                .allSatisfy(request -> assertThat(request.headers())
                        .containsEntry("User-Agent", "SmartTravelBot/0.1.0 (+mailto:bots@example.org)")
                        .containsEntry("Accept-Encoding", "gzip")
                        .containsEntry("Connection", "close")
                        .containsEntry("Host", "127.0.0.1:" + bench.site.port())
                        .doesNotContainKeys("Upgrade", "Cookie"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"silence", "slow head", "slow body", "endless body"})
    void aFetchIsOverAtItsDeadlineAndTheHostIsAskedMoreSlowly(String how) throws Exception {
        bench.site.on(
                "/",
                switch (how) {
                    case "silence" -> (request, out) -> Thread.currentThread().join();
                    case "slow head" -> dripping("HTTP/1.1 200 OK\r\nX-", "a");
                    case "slow body" -> dripping("HTTP/1.1 200 OK\r\n\r\n<html>", "a");
                    default -> dripping("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", "1\r\na\r\n");
                });
        long began = System.nanoTime();

        FetchOutcome outcome = bench.fetch(provider(manners(SHORT, 1 << 20)), bench.site.at("/"));

        // on a busy machine the deadline may come while the connection is being made
        assertThat(reason(outcome)).isIn(Reason.TIMEOUT, Reason.CONNECTION);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isBetween(SHORT.dividedBy(2), Duration.ofSeconds(15));
        bench.site.on("/", page(PAGE));
        bench.fetch("/");
        assertThat(bench.time.slept().get(bench.time.slept().size() - 1)).isGreaterThan(Duration.ofMillis(200));
    }

    /** A byte now and then, for ever. */
    private static Reply dripping(String start, String more) {
        return (request, out) -> {
            out.write(ascii(start));
            out.flush();
            Object never = new Object();
            synchronized (never) {
                while (true) {
                    never.wait(20);
                    out.write(ascii(more));
                    out.flush();
                }
            }
        };
    }

    @Test
    void aGzipBombEndsAtTheCap() throws Exception {
        bench.site.on("/", (request, out) -> {
            out.write(ascii("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n"));
            try (OutputStream gzip = new GZIPOutputStream(out)) {
                byte[] zeros = new byte[1 << 20];
                for (int i = 0; i < 1_024; i++) {
                    gzip.write(zeros);
                }
            }
        });

        assertThat(refusal(bench.fetch("/"))).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void aBodyThatUnpacksToNothingForEverEndsToo() throws Exception {
        bench.site.on("/", (request, out) -> {
            out.write(ascii("HTTP/1.1 200 OK\r\nContent-Encoding: deflate\r\n\r\n"));
            // stored blocks of length 0
            byte[] nothing = new byte[5 * 20_000];
            for (int i = 0; i < nothing.length; i += 5) {
                nothing[i + 3] = (byte) 0xFF;
                nothing[i + 4] = (byte) 0xFF;
            }
            while (true) {
                out.write(nothing);
            }
        });

        assertThat(refusal(bench.fetch("/"))).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void packedBodiesAreUnpacked() throws Exception {
        bench.site.on("/gzip", bytes(gzip(PAGE), "Content-Encoding: gzip"));
        bench.site.on("/zlib", bytes(deflated(PAGE), "Content-Encoding: deflate"));
        byte[] zlib = deflated(PAGE);
        bench.site.on("/bare", bytes(Arrays.copyOfRange(zlib, 2, zlib.length - 4), "Content-Encoding: deflate"));

        for (String path : new String[] {"/gzip", "/zlib", "/bare"}) {
            assertThat(((Fetched) bench.fetch(path)).body()).as(path).isEqualTo(PAGE.getBytes(UTF_8));
        }
    }

    @Test
    void encodingsThatNobodyAskedForAreRefused() throws Exception {
        bench.site.on("/nested", bytes(gzip(PAGE), "Content-Encoding: gzip, gzip"));
        bench.site.on("/twice", bytes(gzip(PAGE), "Content-Encoding: gzip", "Content-Encoding: gzip"));
        bench.site.on("/br", bytes(gzip(PAGE), "Content-Encoding: br"));
        bench.site.on("/plain", page(PAGE, "Content-Encoding: gzip"));

        for (String path : new String[] {"/nested", "/twice", "/br", "/plain"}) {
            assertThat(refusal(bench.fetch(path))).as(path).isEqualTo(Reason.BAD_ENCODING);
        }
    }

    @Test
    void bodiesAtTheCapAreTooLarge() throws Exception {
        int cap = 50_000;
        bench.site.on("/below", bytes(new byte[cap - 1]));
        bench.site.on("/at", bytes(new byte[cap]));
        bench.site.on("/above", bytes(new byte[cap + 1]));
        bench.site.on("/untold", (request, out) -> {
            out.write(ascii("HTTP/1.1 200 OK\r\n\r\n"));
            out.write(new byte[cap]);
        });

        assertThat(capped(cap, "/below")).isInstanceOf(Fetched.class);
        assertThat(refusal(capped(cap, "/at"))).isEqualTo(Reason.TOO_LARGE);
        assertThat(refusal(capped(cap, "/above"))).isEqualTo(Reason.TOO_LARGE);
        assertThat(refusal(capped(cap, "/untold"))).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void bodiesThatEndTooEarlyAreNoPages() throws Exception {
        byte[] whole = gzip(PAGE);
        bench.site.on("/gzip", bytes(Arrays.copyOf(whole, whole.length - 6), "Content-Encoding: gzip"));
        bench.site.on("/long", raw("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n" + "<html>a</html>"));
        bench.site.on("/short", raw("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n" + "<html>a</html>"));
        bench.site.on("/untold", raw("HTTP/1.1 200 OK\r\n\r\n<html><body>a"));
        bench.site.on("/chunks", raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabcde\r\n9\r\nab"));

        for (String path : new String[] {"/gzip", "/long", "/short", "/untold", "/chunks"}) {
            FetchOutcome outcome = bench.fetch(path);
            assertThat(outcome).as(path).isInstanceOf(Unavailable.class);
            assertThat(reason(outcome)).as(path).isEqualTo(Reason.TRUNCATED);
        }
    }

    @Test
    void whatIsNotHttpIsNoPage() throws Exception {
        bench.site.on("/negative", raw("HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nabcdef"));
        bench.site.on("/two", raw("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef"));
        bench.site.on("/garbage", raw("hello\r\n\r\n"));
        bench.site.on("/nothing", raw(""));
        bench.site.on("/header", raw("HTTP/1.1 200 OK\r\nX: " + "a".repeat(100_000) + "\r\n\r\n"));

        for (String path : new String[] {"/negative", "/two", "/garbage", "/nothing", "/header"}) {
            assertThat(bench.fetch(path)).as(path).isInstanceOf(Unavailable.class);
        }
    }

    @Test
    void whatFollowsABodyIsNotTakenForTheNextAnswer() throws Exception {
        bench.site.on(
                "/a",
                raw("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\na"
                        + "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nforged"));
        bench.site.on("/b", page("b"));

        bench.fetch("/a");

        assertThat(((Fetched) bench.fetch("/b")).body()).isEqualTo(ascii("b"));
    }

    private FetchOutcome capped(int cap, String path) throws InterruptedException {
        return bench.fetch(provider(manners(FetchBench.DEADLINE, cap)), bench.site.at(path));
    }

    private static Reason refusal(FetchOutcome outcome) {
        assertThat(outcome).isInstanceOf(Refused.class);
        return reason(outcome);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(text.getBytes(UTF_8));
        }
        return packed.toByteArray();
    }

    private static byte[] deflated(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream zlib = new DeflaterOutputStream(packed)) {
            zlib.write(text.getBytes(UTF_8));
        }
        return packed.toByteArray();
    }
}
