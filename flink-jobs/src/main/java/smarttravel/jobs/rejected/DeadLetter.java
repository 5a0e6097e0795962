package smarttravel.jobs.rejected;

import java.time.Instant;
import smarttravel.jobs.source.FromTopic;

/** A record of the topic of dead letters, as the table keeps it. See {@link smarttravel.events.RejectedRecord}. */
public record DeadLetter(
        String reason, String message, String source, String payload, Instant rejectedAt, int partition, long offset)
        implements FromTopic {}
