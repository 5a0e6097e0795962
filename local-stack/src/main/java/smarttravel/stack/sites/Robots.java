package smarttravel.stack.sites;

import java.time.Duration;
import java.util.List;

/** What the sites ask robots to leave alone; their pages link to all of it. */
final class Robots {
    private static final List<String> FORBIDDEN = List.of("/reservar", "/admin", "/api-interna");

    private Robots() {}

    static boolean forbids(String path) {
        return FORBIDDEN.stream().anyMatch(path::startsWith);
    }

    /** The file, with a delay when it is not zero. */
    static String text(Duration crawlDelay) {
        StringBuilder text = new StringBuilder("# Bienvenidos, robots\nUser-agent: *\n");
        FORBIDDEN.forEach(path -> text.append("Disallow: ").append(path).append('\n'));
        if (!crawlDelay.isZero()) {
            text.append("Crawl-delay: ").append(crawlDelay.toMillis() / 1000.0).append('\n');
        }
        return text.append("Allow: /\n").toString();
    }
}
