package smarttravel.ingest.fetching.robots;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a site's robots.txt.
 *
 * @param authority scheme, host and port that it speaks for
 * @param answer the last one that the site gave, kept when it later gives none
 * @param failedAt when the site last gave none: an error of its own, a time-out
 */
public record RobotsFile(
        String authority, @Nullable Answer answer, @Nullable Instant failedAt) {
    /** RFC 9309, section 2.4: not used for longer than a day. */
    static final Duration GOOD_FOR = Duration.ofHours(24);

    /** A site that gave no answer is left alone for so long. */
    static final Duration STOPPED_FOR = Duration.ofMinutes(1);

    /** RFC 9309, section 2.5: what comes behind is not read. */
    public static final int READ_BYTES = 500 * 1_024;

    /** A site's answer: rules with 200, none with 4xx. */
    @SuppressWarnings("ArrayRecordComponent") // handed to the parser, never compared
    public record Answer(int status, byte[] body, Instant fetchedAt) {}

    /** Nothing is known. */
    public static RobotsFile unknown(String authority) {
        return new RobotsFile(authority, null, null);
    }

    /** After the site answered. */
    public RobotsFile answered(int status, byte[] body, Instant at) {
        return new RobotsFile(authority, new Answer(status, body, at), null);
    }

    /** After it did not. The last answer is kept, to be seen; it allows nothing while the site does not answer. */
    public RobotsFile failed(Instant at) {
        return new RobotsFile(authority, answer, at);
    }

    /** When the site is asked for it again, empty when it is to be asked now. */
    public Optional<Instant> goodUntil(Instant now) {
        Optional<Instant> until = Optional.empty();
        if (failedAt != null) {
            until = Optional.of(failedAt.plus(STOPPED_FOR));
        } else if (answer != null) {
            until = Optional.of(answer.fetchedAt().plus(GOOD_FOR));
        }
        return until.filter(now::isBefore);
    }
}
