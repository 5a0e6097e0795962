package smarttravel.ingest.fetching;

import java.time.Duration;

/** A host's turn that comes later than a fetch waits for. */
final class TurnTooLate extends Exception {
    private final transient Duration after;

    TurnTooLate(String host, Duration after) {
        super("the next turn at " + host + " is in " + after.toMillis() + " ms");
        this.after = after;
    }

    Duration after() {
        return after;
    }
}
