package smarttravel.ingest.fetching.hosts;

import java.time.Duration;

/** Gives out the turns at hosts. Never waits: it says how long to. Safe for use by several threads. */
public interface HostGate {
    /**
     * Asks for a turn now.
     *
     * @param host with its port where that is not the usual one
     */
    Turn enter(String host, HostPace pace);

    /** The answer. */
    sealed interface Turn {
        /** Go ahead. */
        record Granted(Permit permit) implements Turn {}

        /** Not yet; nothing is reserved. */
        record Wait(Duration howLong) implements Turn {}
    }

    /** Leave for one fetch. Closed once, when the fetch is over. */
    interface Permit {
        /** Gives the turn back and tells how the host took the fetch. */
        void leave(Visit visit);
    }
}
