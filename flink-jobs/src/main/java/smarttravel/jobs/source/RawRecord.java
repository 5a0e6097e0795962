package smarttravel.jobs.source;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record of the topic as it came.
 *
 * @param value its bytes, absent for a tombstone
 * @param schemaVersion text of the header, absent when it has none
 * @param receivedAt the broker's own time of it: the same on every replay
 */
@SuppressWarnings("ArrayRecordComponent") // carried from the topic to the parser, never compared
public record RawRecord(
        byte @Nullable [] value, @Nullable String schemaVersion, int partition, long offset, Instant receivedAt)
        implements FromTopic {}
