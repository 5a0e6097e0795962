package smarttravel.jobs.forgetting;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.jspecify.annotations.Nullable;

/**
 * Says when nothing of the current offer needs to be kept any more: a week after its last day, and a week after its last
 * record. The clock is the topic's own: the moments at which the broker took the records, the same on every replay.
 */
public final class Forgetting {
    /** As long after departure, and after the last record, everything is still known. */
    static final Duration QUIET = Duration.ofDays(7);

    private static final long QUIET_MILLIS = QUIET.toMillis();
    static final long MILLIS_OF_A_DAY = 86_400_000;

    /** Only of offers that were seen after their last day: of the others it follows from the departure. */
    private final ValueState<Long> keptUntil;

    private Forgetting(ValueState<Long> keptUntil) {
        this.keptUntil = keptUntil;
    }

    /** With a state of its own beside those of the operator. */
    public static Forgetting open(Function<ValueStateDescriptor<Long>, ValueState<Long>> states) {
        return new Forgetting(states.apply(new ValueStateDescriptor<>("kept-until", Types.LONG)));
    }

    /**
     * Takes note of a record of the current offer.
     *
     * @param receivedAt the broker's time of it
     * @return the moment to ask {@link #isDue} at, in milliseconds since 1970, the same for most of an offer's records
     */
    public long keep(LocalDate departure, Instant receivedAt) throws IOException {
        long over = over(departure.toEpochDay());
        long received = receivedAt.toEpochMilli();
        if (received <= over) {
            return usualEnd(departure);
        }
        long until = (Math.floorDiv(received - 1, MILLIS_OF_A_DAY) + 1) * MILLIS_OF_A_DAY + QUIET_MILLIS;
        @Nullable Long before = keptUntil.value();
        if (before != null && before >= until) {
            return before;
        }
        keptUntil.update(until);
        return until;
    }

    /**
     * Whether the current offer was over when a record of it came: what is still kept of it must be forgotten first. So what
     * is known depends on the topic alone, and not on how soon memory was freed.
     */
    public boolean isOver(LocalDate departure, Instant receivedAt) throws IOException {
        long received = receivedAt.toEpochMilli();
        if (received < usualEnd(departure)) {
            return false;
        }
        @Nullable Long until = keptUntil.value();
        return until == null || received >= until;
    }

    /** When an offer may be forgotten unless a record of it came after its last day, in milliseconds since 1970. */
    public static long usualEnd(LocalDate departure) {
        return usualEnd(departure.toEpochDay());
    }

    /** The same of a departure in days since 1970. */
    static long usualEnd(long departureDay) {
        return over(departureDay) + QUIET_MILLIS;
    }

    private static long over(long departureDay) {
        return (departureDay + 1) * MILLIS_OF_A_DAY;
    }

    /**
     * Whether the current offer may be forgotten now.
     *
     * @param at as {@link #keep} said
     * @param clock the newest moment that is known everywhere; a topic that ends says no time
     */
    public boolean isDue(long at, long clock) throws IOException {
        return clock != Long.MAX_VALUE && keptUntil(at) <= at;
    }

    /**
     * Until when the current offer is kept.
     *
     * @param at as {@link #keep} said
     */
    public long keptUntil(long at) throws IOException {
        @Nullable Long until = keptUntil.value();
        return until == null ? at : until;
    }

    /** Forgets what it noted of the current offer. */
    public void clear() {
        keptUntil.clear();
    }
}
