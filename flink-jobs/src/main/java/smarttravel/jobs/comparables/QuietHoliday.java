package smarttravel.jobs.comparables;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import smarttravel.jobs.forgetting.Forgetting;

/**
 * When the departures of the current holiday go by the broker's clock: a week after the last day that they are compared with,
 * and a week after the holiday's last record that came later than that. Days are counted since 1970.
 */
public final class QuietHoliday {
    private final Forgetting forgetting;

    private QuietHoliday(Forgetting forgetting) {
        this.forgetting = forgetting;
    }

    /** With a state of its own beside those of the operator. */
    public static QuietHoliday open(Function<ValueStateDescriptor<Long>, ValueState<Long>> states) {
        return new QuietHoliday(Forgetting.open(states));
    }

    /**
     * Takes note of a record.
     *
     * @param receivedAt the broker's time of it
     * @return the moment to ask {@link #keptUntil} at
     */
    public long keep(long departureDay, Instant receivedAt) throws IOException {
        return forgetting.keep(lastCompared(departureDay), receivedAt);
    }

    /** See {@link Forgetting#keptUntil}. */
    public long keptUntil(long at) throws IOException {
        return forgetting.keptUntil(at);
    }

    /** Whether what departs on a day may go at a moment until which the holiday was kept. */
    public static boolean isOver(long departureDay, long at) {
        return Forgetting.usualEnd(lastCompared(departureDay)) <= at;
    }

    /** Nothing is kept of the current holiday any more. */
    public void clear() {
        forgetting.clear();
    }

    private static LocalDate lastCompared(long departureDay) {
        return LocalDate.ofEpochDay(departureDay + Comparables.DAYS_APART);
    }
}
