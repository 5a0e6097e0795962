package smarttravel.ingest.fetching;

import static org.assertj.core.api.Assertions.assertThat;
import static smarttravel.ingest.fetching.FetchBench.reason;
import static smarttravel.ingest.fetching.HostileServer.page;
import static smarttravel.ingest.fetching.HostileServer.raw;
import static smarttravel.ingest.fetching.HostileServer.status;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smarttravel.ingest.fetching.FetchOutcome.Fetched;
import smarttravel.ingest.fetching.FetchOutcome.Reason;
import smarttravel.ingest.fetching.FetchOutcome.Unavailable;

/** Sites that are broken, or say that they are asked too much. */
class OverloadTest {
    private FetchBench bench;

    @BeforeEach
    void start() throws IOException {
        bench = new FetchBench();
    }

    @AfterEach
    void stop() throws IOException {
        bench.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    429 | Retry-After: 0 | 0
                    429 | Retry-After: 5 | 5
                    503 | Retry-After: 120 | 120
                    429 | Retry-After: 86400 | 3600
                    429 | Retry-After: 1000000000000 | 3600
                    429 | Retry-After: 99999999999999999999999 | 3600
                    429 | Retry-After: -1 | 30
                    429 | Retry-After: soon | 30
                    429 | Retry-After: | 30
                    429 | X-Other: 1 | 30
                    429 | Retry-After: Sun, 01 Nov 2026 11:00:00 GMT | 0
                    429 | Retry-After: Sun, 01 Nov 2026 12:10:00 GMT | 600
                    503 | Retry-After: Mon, 01 Nov 2027 12:00:00 GMT | 3600""")
    void retryAfterIsObeyedByEveryFetchFromTheHost(int status, String header, long seconds) throws Exception {
        bench.site.on("/", status(status + " No", header));
        bench.site.on("/other", page("other"));

        FetchOutcome outcome = bench.fetch("/");

        Reason expected = status == 429 ? Reason.TOO_MANY_REQUESTS : Reason.SERVER_ERROR;
        assertThat(reason(outcome)).isEqualTo(expected);
        Duration wait = Duration.between(bench.time.instant(), ((Unavailable) outcome).notBefore());
        // the header's dates have whole seconds, and a turn was waited for
        assertThat(wait).isBetween(Duration.ofSeconds(seconds).minusSeconds(1), Duration.ofSeconds(seconds));
        assertThat(bench.site.pages()).as("not asked again at once").hasSize(1);
        if (seconds > 10) {
            assertThat(reason(bench.fetch("/other"))).isEqualTo(Reason.HOST_BUSY);
            bench.time.pass(Duration.ofSeconds(seconds));
        }
        assertThat(bench.fetch("/other")).isInstanceOf(Fetched.class);
    }

    @Test
    void theLongerOfTwoRetryAftersCounts() throws Exception {
        bench.site.on("/", status("503 No", "Retry-After: 5", "Retry-After: 60"));

        Unavailable outcome = (Unavailable) bench.fetch("/");

        assertThat(outcome.notBefore()).isEqualTo(bench.time.instant().plusSeconds(60));
    }

    @Test
    void tooManyRequestsDoubleTheDelay() throws Exception {
        bench.site.on("/", status("429 No", "Retry-After: 0"));
        bench.fetch("/");
        bench.fetch("/");
        bench.site.on("/", page("calm"));

        bench.fetch("/");

        // the first step is one second
        assertThat(bench.time.slept().get(bench.time.slept().size() - 1))
                .isBetween(Duration.ofMillis(1_500), Duration.ofMillis(2_100));
    }

    @Test
    void aServerErrorIsTriedThreeTimesWithPauses() throws Exception {
        bench.site.on("/", status("500 Broken"));

        FetchOutcome outcome = bench.fetch("/");

        assertThat(reason(outcome)).isEqualTo(Reason.SERVER_ERROR);
        assertThat(((Unavailable) outcome).notBefore()).isAfter(bench.time.instant());
        assertThat(bench.site.pages()).hasSize(3);
    }

    @Test
    void aPageThatComesAtTheThirdTryIsAPage() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        bench.site.on(
                "/", (request, out) -> (tries.incrementAndGet() < 3 ? raw("") : page("here")).write(request, out));

        assertThat(bench.fetch("/")).isInstanceOf(Fetched.class);
    }

    @ParameterizedTest
    @CsvSource({"404,NOT_FOUND", "410,NOT_FOUND", "403,CLIENT_ERROR", "401,CLIENT_ERROR", "204,CLIENT_ERROR"})
    void whatWillNotComeIsNotAskedForAgain(int status, Reason reason) throws Exception {
        bench.site.on("/", status(status + " No"));

        assertThat(reason(bench.fetch("/"))).isEqualTo(reason);
        assertThat(bench.site.pages()).hasSize(1);
    }

    @Test
    void aBrokenProviderIsLeftAloneForAMinute() throws Exception {
        bench.site.on("/", status("500 Broken"));
        for (int page = 0; page < 8; page++) {
            assertThat(reason(bench.fetch("/"))).isEqualTo(Reason.SERVER_ERROR);
        }
        bench.site.forgetLog();

        FetchOutcome outcome = bench.fetch("/");

        assertThat(reason(outcome)).isEqualTo(Reason.CIRCUIT_OPEN);
        assertThat(((Unavailable) outcome).notBefore())
                .isBetween(
                        bench.time.instant().plusSeconds(30),
                        bench.time.instant().plusSeconds(60));
        assertThat(bench.site.paths()).isEmpty();
        bench.site.on("/", page("back"));
        bench.time.pass(Duration.ofSeconds(61));
        assertThat(bench.fetch("/")).isInstanceOf(Fetched.class);
        assertThat(bench.meters
                        .get("ingest.fetches")
                        .tag("outcome", "circuit_open")
                        .timer()
                        .count())
                .isEqualTo(1);
    }
}
