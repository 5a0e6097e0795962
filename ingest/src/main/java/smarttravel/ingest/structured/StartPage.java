package smarttravel.ingest.structured;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import smarttravel.ingest.providers.SearchCriteria;

/** A page that a crawl begins with; its address may hold placeholders such as {@code {destination}}, filled by criteria. */
record StartPage(String template) {
    private static final Set<String> KNOWN = Set.of(
            "kind", "origin", "destination", "departureFrom", "departureTo", "nightsMin", "nightsMax", "occupancy");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");

    StartPage {
        Matcher placeholders = PLACEHOLDER.matcher(template);
        while (placeholders.find()) {
            if (!KNOWN.contains(placeholders.group(1))) {
                throw new IllegalArgumentException("start page " + template + ": unknown placeholder '"
                        + placeholders.group(1) + "', known are " + String.join(", ", new TreeSet<>(KNOWN)));
            }
        }
    }

    /** Of an address whose braces may be encoded. */
    static StartPage of(URI address) {
        return new StartPage(address.toString().replace("%7B", "{").replace("%7D", "}"));
    }

    /** The address for such a search; none when the criteria leave a placeholder open. */
    Optional<URI> address(Map<String, String> words) {
        StringBuilder filled = new StringBuilder();
        Matcher placeholders = PLACEHOLDER.matcher(template);
        while (placeholders.find()) {
            String word = words.get(placeholders.group(1));
            if (word == null) {
                return Optional.empty();
            }
            String encoded = URLEncoder.encode(word, StandardCharsets.UTF_8).replace("+", "%20");
            placeholders.appendReplacement(filled, Matcher.quoteReplacement(encoded));
        }
        return Optional.of(URI.create(placeholders.appendTail(filled).toString()));
    }

    /** What criteria say, by the names of placeholders. */
    static Map<String, String> words(SearchCriteria criteria) {
        Map<String, String> words = new TreeMap<>();
        criteria.kind().ifPresent(kind -> words.put("kind", kind.name()));
        criteria.origin().ifPresent(origin -> words.put("origin", origin));
        criteria.destination().ifPresent(destination -> words.put("destination", destination));
        criteria.departureFrom().ifPresent(day -> words.put("departureFrom", day.toString()));
        criteria.departureTo().ifPresent(day -> words.put("departureTo", day.toString()));
        criteria.nightsMin().ifPresent(nights -> words.put("nightsMin", String.valueOf(nights)));
        criteria.nightsMax().ifPresent(nights -> words.put("nightsMax", String.valueOf(nights)));
        criteria.occupancy().ifPresent(people -> words.put("occupancy", String.valueOf(people)));
        return words;
    }

    /** The words that this page's address holds: what the site was asked for. */
    Map<String, String> asked(Map<String, String> words) {
        Map<String, String> asked = new TreeMap<>(words);
        asked.keySet().removeIf(name -> !template.contains("{" + name + "}"));
        return asked;
    }
}
