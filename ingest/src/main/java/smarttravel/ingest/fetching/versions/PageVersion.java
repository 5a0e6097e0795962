package smarttravel.ingest.fetching.versions;

import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page as it was.
 *
 * @param etag the header's value
 * @param lastModified the header's value
 * @param fetchedAt when it was last known to be right
 */
@SuppressWarnings("ArrayRecordComponent") // handed to the parser, never compared
public record PageVersion(
        URI address,
        @Nullable String etag,
        @Nullable String lastModified,
        @Nullable String contentType,
        byte[] body,
        Instant fetchedAt) {

    /** The headers that ask whether it is still right. */
    public Map<String, String> conditions() {
        Map<String, String> headers = new LinkedHashMap<>();
        if (etag != null) {
            headers.put("If-None-Match", etag);
        }
        if (lastModified != null) {
            headers.put("If-Modified-Since", lastModified);
        }
        return headers;
    }

    /** Whether there is anything to ask with. */
    public boolean canBeAskedFor() {
        return etag != null || lastModified != null;
    }
}
