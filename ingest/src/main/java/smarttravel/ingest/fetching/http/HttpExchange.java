package smarttravel.ingest.fetching.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.io.DetachedSocketFactory;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.util.Timeout;
import smarttravel.ingest.fetching.http.ExchangeException.Problem;

/**
 * Sends one GET to an address that was checked and reads the answer. Everything together ends at the request's deadline: a
 * watchdog closes the connection then, whatever trickles in, and the asking thread is free.
 */
public final class HttpExchange implements AutoCloseable {
    private final CloseableHttpClient client;
    private final AddressGuard guard;
    private final ScheduledThreadPoolExecutor watchdog;

    /** With real connections. */
    public HttpExchange(UserAgent userAgent, NameResolver resolver) {
        this(userAgent, resolver, proxy -> new Socket(Proxy.NO_PROXY));
    }

    HttpExchange(UserAgent userAgent, NameResolver resolver, DetachedSocketFactory sockets) {
        client = PinnedClient.create(sockets, userAgent);
        guard = new AddressGuard(resolver);
        watchdog = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "fetch-watchdog");
            thread.setDaemon(true);
            return thread;
        });
        watchdog.setRemoveOnCancelPolicy(true);
    }

    /** Asks once. A body is read only when the status says that it is what was asked for. */
    public Answer get(Ask ask) throws ExchangeException, InterruptedException {
        long end = System.nanoTime() + ask.patience().toNanos();
        List<InetAddress> addresses = guard.check(ask.target(), ask.patience());
        InetAddress address = addresses.get(ask.attempt() % addresses.size());
        Duration left = Duration.ofNanos(end - System.nanoTime());
        if (left.isNegative() || left.isZero()) {
            throw new ExchangeException(Problem.TIMEOUT, "no time was left to connect");
        }
        HttpGet request = request(ask, left);
        AtomicBoolean late = new AtomicBoolean();
        ScheduledFuture<?> alarm = watchdog.schedule(
                () -> {
                    late.set(true);
                    request.cancel();
                },
                left.toNanos(),
                TimeUnit.NANOSECONDS);
        try {
            return send(request, address, ask);
        } catch (IOException e) {
            throw late.get() ? tooLate(ask) : failure(e);
        } catch (ExchangeException e) {
            // a stream that is closed under its reader may look like one that ended too early
            throw late.get() ? tooLate(ask) : e;
        } finally {
            alarm.cancel(false);
        }
    }

    private static ExchangeException tooLate(Ask ask) {
        return new ExchangeException(
                Problem.TIMEOUT, "not over after " + ask.patience().toMillis() + " ms");
    }

    private static HttpGet request(Ask ask, Duration left) {
        HttpGet request = new HttpGet(ask.target().address());
        request.setHeader("Accept", "text/html, application/xhtml+xml, application/json, text/csv, */*;q=0.5");
        request.setHeader("Accept-Encoding", "gzip");
        request.setHeader("Connection", "close");
        ask.headers().forEach(request::setHeader);
        request.setConfig(RequestConfig.custom()
                .setResponseTimeout(Timeout.of(left))
                .setConnectionRequestTimeout(Timeout.of(left))
                .setProtocolUpgradeEnabled(false)
                .setAuthenticationEnabled(false)
                .build());
        return request;
    }

    private Answer send(HttpGet request, InetAddress address, Ask ask) throws IOException, ExchangeException {
        Target target = ask.target();
        HttpClientContext context = HttpClientContext.create();
        context.setCookieStore(ask.cookies());
        HttpHost host = new HttpHost(target.scheme(), address, target.host(), target.port());
        ClassicHttpResponse response = client.executeOpen(host, request, context);
        try {
            Duration latency = Duration.ofNanos(System.nanoTime() - sent(context));
            byte[] body = response.getCode() / 100 == 2 ? body(response, ask) : new byte[0];
            return new Answer(response.getCode(), headers(response), body, sent(context), latency);
        } finally {
            closeUnread(request, response);
        }
    }

    private static long sent(HttpClientContext context) {
        return context.getAttribute(PinnedClient.SENT) instanceof Long sent ? sent : System.nanoTime();
    }

    private static byte[] body(ClassicHttpResponse response, Ask ask) throws IOException, ExchangeException {
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return new byte[0];
        }
        if (ask.overflow() == Overflow.REFUSE && entity.getContentLength() >= ask.maxBytes()) {
            throw BodyReader.tooLarge(ask.maxBytes());
        }
        String encoding = joined(response, "content-encoding");
        InputStream raw = entity.getContent();
        byte[] body = new BodyReader(ask.maxBytes(), ask.overflow()).read(raw, encoding);
        boolean endKnown = !encoding.isEmpty() || entity.isChunked();
        if (ask.overflow() == Overflow.REFUSE && !endKnown && HtmlEnd.isMissing(body)) {
            throw new ExchangeException(Problem.TRUNCATED, "the page ends before its </html>");
        }
        return body;
    }

    private static String joined(ClassicHttpResponse response, String name) {
        return String.join(
                ",",
                List.of(response.getHeaders(name)).stream()
                        .map(Header::getValue)
                        .toList());
    }

    private static Map<String, List<String>> headers(ClassicHttpResponse response) {
        Map<String, List<String>> headers = new HashMap<>();
        for (Header header : response.getHeaders()) {
            headers.computeIfAbsent(header.getName().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(header.getValue() == null ? "" : header.getValue());
        }
        return headers;
    }

    /** The connection first: closing an answer would read the rest of its body. */
    private static void closeUnread(HttpGet request, ClassicHttpResponse response) {
        request.cancel();
        try {
            response.close();
        } catch (IOException e) {
            // it was to be closed, and is
        }
    }

    private static ExchangeException failure(IOException e) {
        boolean cut = e instanceof ConnectionClosedException || e instanceof MalformedChunkCodingException;
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return new ExchangeException(cut ? Problem.TRUNCATED : Problem.CONNECTION, message);
    }

    @Override
    public void close() throws IOException {
        watchdog.shutdownNow();
        client.close();
    }
}
