package smarttravel.jobs.forgetting;

import java.io.IOException;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.function.Function;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.jspecify.annotations.Nullable;

/**
 * Says which departures may go of those that are kept together under the current key. As long as the key is heard of, its
 * own newest sighting tells what has departed. Once it was quiet for a week on the broker's clock, what departed a week
 * before goes too, as everywhere ({@link Forgetting}).
 */
public final class QuietKey {
    private static final long QUIET_DAYS = Forgetting.QUIET.toDays();

    /** The broker's moment from which on the key is quiet unless something is heard of it. */
    private final ValueState<Long> quietFrom;

    private QuietKey(ValueState<Long> quietFrom) {
        this.quietFrom = quietFrom;
    }

    /** With a state of its own beside those of the operator. */
    public static QuietKey open(Function<ValueStateDescriptor<Long>, ValueState<Long>> states) {
        return new QuietKey(states.apply(new ValueStateDescriptor<>("quiet-from", Types.LONG)));
    }

    /**
     * Takes note of a record of the current key.
     *
     * @param departureDay days since 1970
     * @param receivedAt the broker's time of it
     * @return the moment to ask {@link #keptUntil} at, in milliseconds since 1970
     */
    public long keep(long departureDay, Instant receivedAt) throws IOException {
        long until = (day(receivedAt.toEpochMilli()) + 1 + QUIET_DAYS) * Forgetting.MILLIS_OF_A_DAY;
        @Nullable Long before = quietFrom.value();
        if (before == null || before < until) {
            quietFrom.update(until);
        }
        return Math.max(until, Forgetting.usualEnd(departureDay));
    }

    /**
     * When a record finds the current key quiet: what {@link #departedBefore} tells must be forgotten first.
     *
     * @return the record's moment in milliseconds since 1970, none when the key is not quiet
     */
    public OptionalLong overAt(Instant receivedAt) throws IOException {
        @Nullable Long from = quietFrom.value();
        long at = receivedAt.toEpochMilli();
        return from == null || at < from ? OptionalLong.empty() : OptionalLong.of(at);
    }

    /**
     * Until when nothing of the current key goes by the broker's clock.
     *
     * @param at the moment of the question
     */
    public long keptUntil(long at) throws IOException {
        @Nullable Long from = quietFrom.value();
        return from == null ? at : from;
    }

    /** The departures that may go at a moment are those before this day. */
    public static long departedBefore(long at) {
        return day(at) - QUIET_DAYS;
    }

    private static long day(long millis) {
        return Math.floorDiv(millis, Forgetting.MILLIS_OF_A_DAY);
    }

    /** Nothing is kept of the current key any more. */
    public void clear() {
        quietFrom.clear();
    }
}
