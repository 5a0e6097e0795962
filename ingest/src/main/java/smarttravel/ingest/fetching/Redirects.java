package smarttravel.ingest.fetching;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import smarttravel.ingest.fetching.http.Answer;

/** Where an answer sends to. */
final class Redirects {
    /** More are a loop, or as good as one. */
    static final int MOST = 5;

    private static final Set<Integer> STATUSES = Set.of(301, 302, 303, 307, 308);

    private Redirects() {}

    static boolean isOne(Answer answer) {
        return STATUSES.contains(answer.status());
    }

    /** The absolute address without its fragment; empty when the answer names none, or several, or what is no address. */
    static Optional<URI> target(URI from, Answer answer) {
        List<String> locations = answer.all("location").stream().distinct().toList();
        if (locations.size() != 1 || locations.get(0).isBlank()) {
            return Optional.empty();
        }
        try {
            URI to = from.resolve(new URI(repaired(locations.get(0))));
            boolean nowInClear = "https".equalsIgnoreCase(from.getScheme()) && "http".equalsIgnoreCase(to.getScheme());
            return nowInClear ? Optional.empty() : Optional.of(withoutFragment(to));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Spaces and bare UTF-8, which no address may hold and many do; a header's bytes come as characters of Latin 1. */
    private static String repaired(String location) {
        String text = new String(location.strip().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        return text.replace(" ", "%20");
    }

    /** What is asked for: a fragment is the reader's, no server sees it. */
    static URI withoutFragment(URI address) {
        String text = address.toASCIIString();
        int fragment = text.indexOf('#');
        return URI.create(fragment < 0 ? text : text.substring(0, fragment));
    }
}
