package smarttravel.ingest.fetching.hosts;

import java.time.Duration;

/**
 * How a host took a fetch.
 *
 * @param sinceArrived how long ago the request was there at the latest
 * @param latency until the answer began, or until it was given up
 * @param holdBack how long the host wants to be left alone by everybody, zero when it did not say
 */
public record Visit(Mood mood, Duration sinceArrived, Duration latency, Duration holdBack) {
    /** What the answer tells about the host. */
    public enum Mood {
        /** It sent what was asked for: its latency says how busy it is. */
        FINE,
        /** It answered otherwise or not at all. Errors are fast, so that says nothing about how busy it is. */
        FAILED,
        /** It said that it is asked too much. */
        OVERLOADED,
        /** It was not asked after all. */
        NOT_ASKED
    }

    /** Nothing was sent. */
    public static final Visit NONE = new Visit(Mood.NOT_ASKED, Duration.ZERO, Duration.ZERO, Duration.ZERO);
}
