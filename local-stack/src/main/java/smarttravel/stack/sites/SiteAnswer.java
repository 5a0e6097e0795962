package smarttravel.stack.sites;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * What a site answers.
 *
 * @param headers beside those that every answer has
 */
record SiteAnswer(int status, String contentType, String body, Map<String, String> headers) {

    static SiteAnswer page(int status, String markup) {
        return new SiteAnswer(status, "text/html; charset=utf-8", markup, Map.of());
    }

    static SiteAnswer text(String text) {
        return new SiteAnswer(200, "text/plain; charset=utf-8", text, Map.of());
    }

    static SiteAnswer redirect(String target, Map<String, String> headers) {
        Map<String, String> all = new HashMap<>(headers);
        all.put("Location", target);
        return new SiteAnswer(302, "text/plain; charset=utf-8", "", all);
    }

    byte[] bytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }
}
