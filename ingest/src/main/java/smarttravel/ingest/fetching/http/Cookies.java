package smarttravel.ingest.fetching.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.apache.hc.client5.http.cookie.BasicCookieStore;
import org.apache.hc.client5.http.cookie.CookieStore;

/** The cookies of the crawls that this process works for. They are never stored, and a site never gets another crawl's. */
public final class Cookies {
    private static final int CRAWLS = 256;
    private static final int COOKIES = 100;

    private final Cache<String, CookieStore> byCrawl = Caffeine.newBuilder()
            .maximumSize(CRAWLS)
            .expireAfterAccess(Duration.ofHours(6))
            .build();

    /** Those of one provider's crawl. */
    public CookieStore of(String provider, String crawl) {
        CookieStore cookies = byCrawl.get(provider + ' ' + crawl, key -> new BasicCookieStore());
        if (cookies.getCookies().size() > COOKIES) {
            cookies.clear();
        }
        return cookies;
    }

    /** None, for what belongs to no crawl. */
    public static CookieStore none() {
        return new BasicCookieStore();
    }
}
