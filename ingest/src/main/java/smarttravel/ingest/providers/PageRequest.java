package smarttravel.ingest.providers;

import java.net.URI;
import java.util.Map;

/**
 * One page to be fetched and read: the unit of work of a crawl.
 *
 * @param context what was known when the page was asked for and the page itself may not say, e.g. the destination that was
 *     searched; texts that survive a restart
 */
public record PageRequest(URI address, PageRole role, Map<String, String> context) {
    public PageRequest {
        context = Map.copyOf(context);
    }

    /** Without context. */
    public static PageRequest of(URI address, PageRole role) {
        return new PageRequest(address, role, Map.of());
    }
}
