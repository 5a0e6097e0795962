package smarttravel.ingest.fetching;

import static org.assertj.core.api.Assertions.assertThat;
import static smarttravel.ingest.fetching.HostileServer.ascii;
import static smarttravel.ingest.fetching.HostileServer.page;
import static smarttravel.ingest.fetching.HostileServer.status;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import smarttravel.ingest.fetching.FetchOutcome.Fetched;
import smarttravel.ingest.fetching.HostileServer.Request;
import smarttravel.ingest.providers.ProviderFile;

/** What is remembered from one fetch to the next: versions of pages, and cookies within a crawl. */
class AgainTest {
    private FetchBench bench;

    @BeforeEach
    void start() throws IOException {
        bench = new FetchBench();
    }

    @AfterEach
    void stop() throws IOException {
        bench.close();
    }

    private Request lastRequest() {
        return bench.site.log().get(bench.site.log().size() - 1);
    }

    @Test
    void aPageThatHasNotChangedIsTheOneThatWasKept() throws Exception {
        bench.site.on("/", (request, out) -> {
            boolean same = "\"v1\"".equals(request.headers().get("If-None-Match"));
            (same ? status("304 Same") : page("first", "ETag: \"v1\"", "Content-Type: text/html")).write(request, out);
        });
        Fetched first = (Fetched) bench.fetch("/");

        Fetched again = (Fetched) bench.fetch("/");

        assertThat(again.unchanged()).isTrue();
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.contentType()).isEqualTo(first.contentType());
        assertThat(again.fetchedAt()).isAfter(first.fetchedAt());
    }

    @Test
    void aPageThatHasChangedReplacesTheOneThatWasKept() throws Exception {
        bench.site.on("/", page("first", "Last-Modified: Sun, 01 Nov 2026 00:00:00 GMT"));
        bench.fetch("/");
        bench.site.on("/", page("second", "Last-Modified: Sun, 01 Nov 2026 10:00:00 GMT"));

        Fetched second = (Fetched) bench.fetch("/");

        assertThat(lastRequest().headers()).containsEntry("If-Modified-Since", "Sun, 01 Nov 2026 00:00:00 GMT");
        assertThat(second.body()).isEqualTo(ascii("second"));
        bench.fetch("/");
        assertThat(lastRequest().headers()).containsEntry("If-Modified-Since", "Sun, 01 Nov 2026 10:00:00 GMT");
    }

    @Test
    void aPageThatMustNotBeKeptIsAskedForInFull() throws Exception {
        bench.site.on("/", page("secret", "ETag: \"v1\"", "Cache-Control: private, no-store"));
        bench.fetch("/");

        bench.fetch("/");

        assertThat(lastRequest().headers()).doesNotContainKeys("If-None-Match", "If-Modified-Since");
    }

    @Test
    void cookiesAreKeptWithinACrawlAndNotBeyondIt() throws Exception {
        ProviderFile provider = FetchBench.provider(FetchBench.manners(FetchBench.DEADLINE, 1_000));
        bench.site.on("/", page("hello", "Set-Cookie: session=one; Path=/"));
        bench.fetcher.fetch(provider, "crawl-1", bench.site.at("/"));

        bench.fetcher.fetch(provider, "crawl-1", bench.site.at("/"));
        assertThat(lastRequest().headers()).containsEntry("Cookie", "session=one");
        bench.fetcher.fetch(provider, "crawl-2", bench.site.at("/"));
        assertThat(lastRequest().headers()).doesNotContainKey("Cookie");
    }
}
