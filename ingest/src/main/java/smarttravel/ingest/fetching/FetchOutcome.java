package smarttravel.ingest.fetching;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How fetching one page ended. */
public sealed interface FetchOutcome {

    /**
     * A whole page came with status 200, or the site said that the one it sent before is still right.
     *
     * @param address after redirects
     * @param contentType the header's value
     * @param body decompressed
     * @param fetchedAt when its first byte was asked for: what it says was true then
     * @param unchanged whether the body is the one kept from an earlier fetch (304)
     */
    @SuppressWarnings("ArrayRecordComponent") // carried to the parser, never compared
    record Fetched(
            URI address, Optional<String> contentType, byte[] body, Instant fetchedAt, boolean unchanged, Duration took)
            implements FetchOutcome {}

    /** It will not come however often it is asked for: forbidden by robots.txt, 404, too large, a redirect that leads away. */
    record Refused(Reason reason, String message) implements FetchOutcome {}

    /**
     * It did not come this time.
     *
     * @param notBefore when it may be asked for again at the earliest
     */
    record Unavailable(Reason reason, String message, Instant notBefore) implements FetchOutcome {}

    /** Why a page did not come. */
    enum Reason {
        ROBOTS,
        NOT_FOUND,
        CLIENT_ERROR,
        SERVER_ERROR,
        TOO_MANY_REQUESTS,
        TOO_LARGE,
        BAD_ENCODING,
        TRUNCATED,
        TIMEOUT,
        CONNECTION,
        REDIRECT,
        ADDRESS,
        CIRCUIT_OPEN,
        /** Nobody was asked: the host's next turn comes later than a fetch waits for. No attempt. */
        HOST_BUSY
    }
}
