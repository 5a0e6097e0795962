package smarttravel.ingest.providers;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The address of a search on a provider's site: what is not asked for is left out. Immutable.
 *
 * @param page the site's page without its query
 * @param query encoded, in order
 */
public record SearchAddress(URI page, List<String> query) {
    public SearchAddress {
        query = List.copyOf(query);
    }

    /**
     * A page of the provider's site.
     *
     * @param path absolute, encoded
     */
    public static SearchAddress of(ProviderFile file, String path) {
        URI site = file.start().isEmpty()
                ? URI.create("https://" + file.hosts().get(0))
                : file.start().get(0);
        return new SearchAddress(site.resolve(path), List.of());
    }

    /** Asks for it, when there is something to ask for. */
    public SearchAddress with(String name, Optional<?> value) {
        if (value.isEmpty()) {
            return this;
        }
        List<String> longer = new ArrayList<>(query);
        longer.add(encoded(name) + "=" + encoded(value.get().toString()));
        return new SearchAddress(page, longer);
    }

    /** Asks for it, when there is something to ask for. */
    public SearchAddress with(String name, OptionalInt value) {
        return with(name, value.isPresent() ? Optional.of(value.getAsInt()) : Optional.empty());
    }

    /** The whole address. */
    public URI uri() {
        return query.isEmpty() ? page : URI.create(page + "?" + String.join("&", query));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
