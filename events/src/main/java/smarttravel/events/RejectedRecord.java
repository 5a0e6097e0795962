package smarttravel.events;

import java.time.Instant;

/**
 * A dead letter: what was refused, why, and the raw payload so that it can be replayed.
 *
 * @param source where it came from: a file and its line, or a topic, partition and offset
 * @param payload the raw text, cut at {@link #MAX_PAYLOAD_CHARS}
 * @param rejectedAt when the record was received, not when this was written
 */
public record RejectedRecord(RejectReason reason, String message, String source, String payload, Instant rejectedAt) {
    /** 64 KiB of text is enough to mend a parser and bounds the topic. */
    public static final int MAX_PAYLOAD_CHARS = 64 * 1024;

    private static final int MAX_MESSAGE_CHARS = 1_000;

    public RejectedRecord {
        payload = cut(payload, MAX_PAYLOAD_CHARS);
        message = cut(message, MAX_MESSAGE_CHARS);
    }

    private static String cut(String text, int limit) {
        return WellFormed.of(text.length() <= limit ? text : text.substring(0, limit));
    }
}
