package smarttravel.ingest.feeds;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import smarttravel.events.RejectReason;

/**
 * What a replay did; everything in it was acknowledged by the broker.
 *
 * @param rejectedByReason how many rows per reason, by the reasons' codes
 * @param firstRejections the first {@link #SHOWN} refused rows
 * @param endOffsets per partition of {@code price-observations} written to, the offset after the last observation
 */
public record ReplayReport(
        long accepted,
        long rejected,
        SortedMap<String, Long> rejectedByReason,
        List<RejectedRow> firstRejections,
        FeedEnd end,
        SortedMap<Integer, Long> endOffsets) {
    /** How many refused rows are told one by one. */
    public static final int SHOWN = 20;

    public ReplayReport {
        rejectedByReason = Collections.unmodifiableSortedMap(new TreeMap<>(rejectedByReason));
        firstRejections = List.copyOf(firstRejections);
        endOffsets = Collections.unmodifiableSortedMap(new TreeMap<>(endOffsets));
    }

    /** Whether the file is cut off or damaged, so that rows are missing. */
    public boolean truncated() {
        return end instanceof FeedEnd.Truncated;
    }

    /** One refused row, for a person to look it up. */
    public record RejectedRow(long line, RejectReason reason, String message) {}
}
