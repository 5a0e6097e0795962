package smarttravel.api.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.UnauthorizedResponse;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The HTTP server: routes behind a request log and a gate of keys, with everything bounded. */
public final class ApiServer implements AutoCloseable {
    private static final int HEADER_BYTES = 8 * 1024;
    private static final int MAX_WAITING = 512;

    private final Javalin javalin;

    private ApiServer(Javalin javalin) {
        this.javalin = javalin;
    }

    /**
     * Starts to serve.
     *
     * @param gate refuses who shows no key, and marks the others with {@link RequestLog#ASKER}
     */
    public static ApiServer start(ServerSettings settings, List<Route> routes, Filter gate, MeterRegistry registry) {
        List<Filter> filters = List.of(new RequestLog(registry), gate);
        Javalin javalin = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            config.http.prefer405over404 = true;
            config.http.maxRequestSize = 64 * 1024;
            config.jetty.threadPool = threads(settings);
            config.jetty.modifyServer(server -> server.setErrorHandler(new ServerErrors()));
            config.jetty.modifyServletContextHandler(context -> filter(context, filters));
            config.jetty.modifyHttpConfiguration(ApiServer::bound);
            config.jetty.addConnector((server, http) -> connector(server, http, settings));
            register(config, routes);
        });
        return new ApiServer(javalin.start());
    }

    /** The port it listens on. */
    public int port() {
        return javalin.port();
    }

    @Override
    public void close() {
        javalin.stop();
    }

    private static void register(JavalinConfig config, List<Route> routes) {
        for (Route route : routes) {
            switch (route.method()) {
                case GET -> config.routes.get(route.path(), context -> serve(route, context));
                case POST -> config.routes.post(route.path(), context -> serve(route, context));
            }
        }
        config.routes.exception(HttpResponseException.class, Problems::answer);
        config.routes.exception(Exception.class, Problems::answer);
    }

    private static void serve(Route route, Context context) {
        context.req().setAttribute(RequestLog.ROUTE, route.path());
        if (route.needsKey() && context.req().getAttribute(RequestLog.ASKER) == null) {
            throw new UnauthorizedResponse();
        }
        ApiRequest request = ApiRequest.read(
                route,
                context.pathParamMap(),
                QueryString.parse(context.req().getQueryString()),
                route.method() == Route.Method.GET ? Map.of() : JsonBody.parse(context.bodyAsBytes()));
        Answer answer = route.handler().answer(request);
        context.status(answer.status());
        answer.headers().forEach(context::header);
        context.contentType(answer.contentType()).result(answer.body());
    }

    private static QueuedThreadPool threads(ServerSettings settings) {
        QueuedThreadPool pool = new QueuedThreadPool(
                settings.threads(), Math.min(4, settings.threads()), new ArrayBlockingQueue<>(MAX_WAITING));
        pool.setName("http");
        return pool;
    }

    private static void filter(ServletContextHandler context, List<Filter> filters) {
        context.getServletHandler().setDecodeAmbiguousURIs(true);
        for (Filter filter : filters) {
            context.addFilter(new FilterHolder(filter), "/*", EnumSet.of(DispatcherType.REQUEST));
        }
    }

    /** Offer ids hold any character: an encoded slash or percent sign belongs to the id, not to the path. */
    private static void bound(HttpConfiguration http) {
        http.setUriCompliance(UriCompliance.DEFAULT.with(
                "OFFER_IDS",
                UriCompliance.Violation.AMBIGUOUS_PATH_SEPARATOR,
                UriCompliance.Violation.AMBIGUOUS_PATH_ENCODING,
                UriCompliance.Violation.SUSPICIOUS_PATH_CHARACTERS));
        http.setRequestHeaderSize(HEADER_BYTES);
        http.setSendServerVersion(false);
    }

    private static ServerConnector connector(Server server, HttpConfiguration http, ServerSettings settings) {
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        connector.setIdleTimeout(settings.idle().toMillis());
        connector.setAcceptQueueSize(128);
        return connector;
    }
}
