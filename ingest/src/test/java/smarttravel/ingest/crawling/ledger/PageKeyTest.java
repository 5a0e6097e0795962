package smarttravel.ingest.crawling.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageKeyTest {
    @ParameterizedTest
    @CsvSource({
        "http://Site.example/a, http://site.example/a",
        "HTTP://site.example:80/a#top, http://site.example/a",
        "https://site.example:443, https://site.example/",
        "https://site.example:8443/b/../a?x=1&y=2, https://site.example:8443/a?x=1&y=2",
        "http://site.example/a?x=%C3%A9, http://site.example/a?x=%C3%A9",
    })
    void onePageHasOneKeyHoweverItIsWritten(String address, String normal) {
        assertThat(PageKey.normal(URI.create(address))).isEqualTo(normal);
        assertThat(PageKey.digest(URI.create(address))).isEqualTo(PageKey.digest(URI.create(normal)));
    }

    @ParameterizedTest
    @CsvSource({
        "http://site.example/a, https://site.example/a",
        "http://site.example/a, http://site.example/A",
        "http://site.example/a?x=1&y=2, http://site.example/a?y=2&x=1",
        "http://site.example/a, http://site.example/a/",
    })
    void whatMayBeAnotherPageHasAnotherKey(String one, String other) {
        assertThat(PageKey.digest(URI.create(one))).isNotEqualTo(PageKey.digest(URI.create(other)));
    }
}
