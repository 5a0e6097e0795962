package smarttravel.stack.sites;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a visitor asks for.
 *
 * @param parameters of the query, decoded, in its order
 */
record SiteRequest(String path, Map<String, String> parameters) {

    static SiteRequest of(URI target) {
        Map<String, String> parameters = new LinkedHashMap<>();
        String query = target.getRawQuery();
        for (String pair : (query == null ? "" : query).split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return new SiteRequest(target.getPath(), parameters);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /** The parameter's value; empty when it is absent or left blank in the form. */
    Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name)).filter(value -> !value.isBlank());
    }

    /** What follows that folder in the path; empty when the path does not lie in it. */
    Optional<String> under(String folder) {
        return path.startsWith(folder) && path.length() > folder.length()
                ? Optional.of(path.substring(folder.length()))
                : Optional.empty();
    }

    /** Path and query, as a relative address. */
    String target() {
        return parameters.isEmpty() ? path : path + "?" + query(parameters);
    }

    /** The same page with one parameter changed, as a relative address. */
    String with(String name, Object value) {
        Map<String, String> changed = new LinkedHashMap<>(parameters);
        changed.put(name, value.toString());
        return new SiteRequest(path, changed).target();
    }

    private static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .filter(entry -> !entry.getValue().isBlank())
                .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
