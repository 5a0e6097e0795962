package smarttravel.ingest.crawling.ledger;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import smarttravel.ingest.pages.Page;

/**
 * A page as it came.
 *
 * @param body decompressed
 * @param fetchedAt in whole milliseconds, so that it is the same after it was stored
 */
@SuppressWarnings("ArrayRecordComponent") // carried to the parser, never compared
public record FetchedPage(URI address, Optional<String> contentType, byte[] body, Instant fetchedAt) {
    /** Decoded. */
    public Page page() {
        return Page.ofBytes(address, body, contentType.orElse(null));
    }
}
