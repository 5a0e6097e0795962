package smarttravel.ingest.health;

import java.time.Instant;
import java.util.Map;

/** What is known of, and was decided on, providers in quarantine. */
interface Quarantines {
    /** Per partition of the topic of held observations, the first offset that has not been decided on. */
    Map<Integer, Long> decided(String provider);

    /** Whether the provider is in quarantine now. */
    boolean holds(String provider);

    /** From when on what is held belongs to the provider's newest quarantine; earlier pages wait for their own second look. */
    Instant heldSince(String provider);

    /** The pages held since then are how the provider looks now, and their prices what its offers cost: lifts the quarantine. */
    void released(String provider, Map<Integer, Long> decided, Instant since);

    /** The same of pages that were still being held while the quarantine was lifted. */
    void releasedToo(String provider, Map<Integer, Long> decided, Instant since);

    /** The held pages never were: lifts the quarantine. */
    void discarded(String provider, Map<Integer, Long> decided);
}
