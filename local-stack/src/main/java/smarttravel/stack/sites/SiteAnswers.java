package smarttravel.stack.sites;

import com.sun.net.httpserver.Headers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Decides what a site answers: robots.txt, refusals, the way past the cookie, pages. */
final class SiteAnswers {
    private static final Template CAPTCHA = Template.of("robot");
    private static final Template NOTHING = Template.of("nada");
    private static final String ENTRANCE = "/bienvenida";

    private final SiteProfile profile;
    private final Supplier<Shelf> shelf;
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger sessions = new AtomicInteger();

    /** @param shelf what there is to show at the moment of the call */
    SiteAnswers(SiteProfile profile, Supplier<Shelf> shelf) {
        this.profile = profile;
        this.shelf = shelf;
    }

    SiteAnswer answer(SiteRequest request, Headers headers, SiteMood mood) {
        if (request.path().equals("/robots.txt")) {
            return SiteAnswer.text(Robots.text(profile.crawlDelay()));
        }
        if (mood.refuseEvery() > 0 && asked.incrementAndGet() % mood.refuseEvery() == 0) {
            return refusal(mood);
        }
        if (profile.wantsCookie() && !carriesCookie(headers)) {
            return welcome(request);
        }
        if (request.path().equals(ENTRANCE)) {
            return SiteAnswer.redirect(local(request.parameter("volver")), Map.of());
        }
        if (mood.has(SiteQuirk.CAPTCHA)) {
            return SiteAnswer.page(200, CAPTCHA.fill(Map.of()));
        }
        return page(request);
    }

    private SiteAnswer page(SiteRequest request) {
        if (Robots.forbids(request.path())) {
            return SiteAnswer.page(200, NOTHING.fill(Map.of("motivo", "Ingresá con tu usuario de agencia.")));
        }
        Shelf now = shelf.get();
        Optional<String> markup = profile.pages().page(request, now);
        if (markup.isEmpty()) {
            return SiteAnswer.page(404, NOTHING.fill(Map.of("motivo", "La página que buscás no existe.")));
        }
        String shown = markup.orElseThrow();
        return SiteAnswer.page(200, now.has(SiteQuirk.NEW_LAYOUT) ? NewLayout.of(shown) : shown);
    }

    private static SiteAnswer refusal(SiteMood mood) {
        Map<String, String> headers = mood.retryAfter().isZero()
                ? Map.of()
                : Map.of("Retry-After", Long.toString(mood.retryAfter().toSeconds()));
        return new SiteAnswer(mood.refusal(), "text/plain; charset=utf-8", "Volvé más tarde.\n", headers);
    }

    /** The first page hands out the cookie and sends on; who comes back without it is told so and sent nowhere. */
    private SiteAnswer welcome(SiteRequest request) {
        if (request.path().equals(ENTRANCE)) {
            return SiteAnswer.page(200, NOTHING.fill(Map.of("motivo", "Activá las cookies para seguir.")));
        }
        SiteRequest entrance = new SiteRequest(ENTRANCE, Map.of());
        String cookie = cookieName() + "=" + profile.id() + sessions.incrementAndGet() + "; Path=/; HttpOnly";
        return SiteAnswer.redirect(entrance.with("volver", request.target()), Map.of("Set-Cookie", cookie));
    }

    /** Only pages of this site: a path that starts with one slash. */
    private static String local(Optional<String> target) {
        return target.filter(path -> path.matches("/[^/\\\\].*")).orElse("/");
    }

    private boolean carriesCookie(Headers headers) {
        return headers.getOrDefault("Cookie", List.of()).stream()
                .anyMatch(cookies -> cookies.contains(cookieName() + "=" + profile.id()));
    }

    /** Sites on one machine share the jar of their common host, so each needs a name of its own. */
    private String cookieName() {
        return "sesion_" + profile.id();
    }
}
