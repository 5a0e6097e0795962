package smarttravel.ingest.feeds;

import smarttravel.events.PriceObservation;
import smarttravel.events.Rejection;

/** What became of one row of a feed. */
public sealed interface FeedRow {

    /** Line of the file, from 1, on which the row starts. */
    long line();

    /** The row is an observation. */
    record Mapped(PriceObservation observation, long line) implements FeedRow {}

    /**
     * The row cannot be one.
     *
     * @param payload the row as it stands in the file
     */
    record Refused(Rejection rejection, long line, String payload) implements FeedRow {}
}
