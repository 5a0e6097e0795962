package smarttravel.ingest.fetching.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.io.DetachedSocketFactory;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.pool.PoolReusePolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * An HTTP client that does nothing by itself: no names, redirects, retries, decompression, proxies, passwords, no connection
 * used twice. A connection kept open could hold what a server sent beyond a body's stated length, and the next answer would
 * begin with it.
 */
final class PinnedClient {
    /** The request's moment of leaving, as {@link System#nanoTime()} tells it, in the request's context. */
    static final String SENT = "smarttravel.sent";

    private static final int LONGEST_LINE = 16 * 1_024;
    private static final int MOST_HEADERS = 200;
    private static final int MOST_CONNECTIONS = 1_000;
    private static final Timeout CONNECT = Timeout.of(Duration.ofSeconds(10));

    private PinnedClient() {}

    static CloseableHttpClient create(DetachedSocketFactory sockets, UserAgent userAgent) {
        return HttpClients.custom()
                .setConnectionManager(connections(sockets))
                .setConnectionReuseStrategy((request, response, context) -> false)
                .setUserAgent(userAgent.header())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setProtocolUpgradeEnabled(false)
                        .setAuthenticationEnabled(false)
                        .build())
                .addRequestInterceptorLast((request, entity, context) -> context.setAttribute(SENT, System.nanoTime()))
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableAuthCaching()
                .build();
    }

    private static PoolingHttpClientConnectionManager connections(DetachedSocketFactory sockets) {
        DefaultHttpClientConnectionOperator operator = new DefaultHttpClientConnectionOperator(
                sockets,
                null,
                new NoNames(),
                RegistryBuilder.<TlsSocketStrategy>create()
                        .register("https", DefaultClientTlsStrategy.createDefault())
                        .build());
        PoolingHttpClientConnectionManager connections = new PoolingHttpClientConnectionManager(
                operator,
                PoolConcurrencyPolicy.LAX,
                PoolReusePolicy.LIFO,
                TimeValue.ofMinutes(1),
                ManagedHttpClientConnectionFactory.builder()
                        .http1Config(Http1Config.custom()
                                .setMaxLineLength(LONGEST_LINE)
                                .setMaxHeaderCount(MOST_HEADERS)
                                .build())
                        .build());
        connections.setMaxTotal(MOST_CONNECTIONS);
        connections.setDefaultMaxPerRoute(MOST_CONNECTIONS);
        connections.setDefaultConnectionConfig(
                ConnectionConfig.custom().setConnectTimeout(CONNECT).build());
        return connections;
    }

    /** Names are looked up before, by {@link AddressGuard}: the client gets addresses, and fails when it gets none. */
    private static final class NoNames implements DnsResolver {
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            throw new UnknownHostException(host + " was not checked");
        }

        @Override
        public String resolveCanonicalHostname(String host) throws UnknownHostException {
            throw new UnknownHostException(host + " was not checked");
        }
    }
}
