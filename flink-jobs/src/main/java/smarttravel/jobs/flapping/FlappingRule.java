package smarttravel.jobs.flapping;

import java.io.Serializable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Tells when an offer flaps: its price goes back and forth between the same two levels, as when two fare classes open and
 * close in turn. Such a fall will be gone tomorrow, so nobody should be woken for it.
 *
 * <p>A move of at least {@code apartPermille} makes a pair of levels. A price within {@code samePermille} of a level is on
 * it. Each move between the two is a switch, the first move included; a price on neither ends the pair, and so does a
 * whole {@code window} without a switch. The offer flaps while the last {@code minSwitches} switches lie in the window.
 *
 * @param window how close together the switches must be
 * @param minSwitches how many there must be
 * @param samePermille how far from a level a price still is on it
 * @param apartPermille how far apart two levels must be, of the lower one
 */
public record FlappingRule(Duration window, int minSwitches, int samePermille, int apartPermille)
        implements Serializable {

    private static final int ALL = 1_000;
    private static final long serialVersionUID = 1L;

    /** Three switches in fourteen days, levels met within 1 % and 5 % apart, which is half of what makes a drop. */
    public static final FlappingRule DEFAULT = new FlappingRule(Duration.ofDays(14), 3, 10, 50);

    public FlappingRule {
        if (minSwitches < 2 || window.isNegative() || window.isZero()) {
            throw new IllegalArgumentException("flapping wants a window above 0 and at least 2 switches");
        }
        if (samePermille < 0 || apartPermille <= 2 * samePermille) {
            throw new IllegalArgumentException("two levels must lie further apart than what is taken for one level");
        }
    }

    /**
     * What is kept after one more price.
     *
     * @param previous scaled price in force just before, 0 when there is none in this currency
     * @param at epoch milliseconds, later than every price before
     * @param amount scaled
     */
    public @Nullable FlappingState after(@Nullable FlappingState before, long previous, long at, long amount) {
        if (previous == 0) {
            return null;
        }
        if (before != null && at - before.lastAt() <= window.toMillis()) {
            if (isOn(before.here(), amount)) {
                return before;
            }
            if (isOn(before.there(), amount)) {
                return before.switched(at, minSwitches);
            }
        }
        return isApart(previous, amount) ? FlappingState.begin(previous, amount, at) : null;
    }

    /** Whether an offer flaps at a moment not before the last price that the state knows. */
    public boolean isFlapping(@Nullable FlappingState state, long at) {
        return state != null
                && state.switches() >= minSwitches
                && at - state.switchedAt()[state.switchedAt().length - minSwitches] <= window.toMillis();
    }

    private boolean isOn(long level, long amount) {
        return Math.abs(amount - level) * ALL <= level * samePermille;
    }

    private boolean isApart(long one, long other) {
        return Math.abs(one - other) * ALL >= Math.min(one, other) * apartPermille;
    }
}
