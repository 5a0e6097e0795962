package smarttravel.jobs.drops;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The price-drop rule: judges a price against the time-weighted median of the same offer's prices before it.
 *
 * <p>Order within one observation: suspect, re-arm, drop, store. All arithmetic is exact, on scaled amounts; percentages
 * are whole per mille. Two suspects in a row are believed: the second is judged as any price.
 *
 * @param window how far back the baseline looks
 * @param minObservations earlier prices an offer needs to be tracked
 * @param minAge age the first of them must have
 * @param dropPermille how far below the baseline a price must be
 * @param deeperPermille how far below the price that fired last, to fire again while disarmed
 * @param rearmPermille how near to the baseline a price must come back to arm again
 * @param suspectPermille how far below the baseline a price is implausible
 */
public record PriceDropRule(
        Duration window,
        int minObservations,
        Duration minAge,
        int dropPermille,
        int deeperPermille,
        int rearmPermille,
        int suspectPermille)
        implements Serializable {

    private static final int ALL = 1_000;
    private static final long serialVersionUID = 1L;

    /** Fourteen days, three prices over three days, 10 % to drop or deepen, within 5 % to re-arm, 60 % to suspect. */
    public static final PriceDropRule DEFAULT =
            new PriceDropRule(Duration.ofDays(14), 3, Duration.ofDays(3), 100, 100, 50, 600);

    public PriceDropRule {
        if (window.isNegative() || window.isZero() || minObservations < 1) {
            throw new IllegalArgumentException("window and minObservations must be above 0");
        }
        for (int share : new int[] {dropPermille, deeperPermille, rearmPermille, suspectPermille}) {
            if (share <= 0 || share >= ALL) {
                throw new IllegalArgumentException("a share must lie between 0 and 1000 per mille, not " + share);
            }
        }
        if (rearmPermille >= dropPermille) {
            throw new IllegalArgumentException("rearmPermille must be below dropPermille");
        }
    }

    /**
     * The defaults, each changed by its variable: {@code TRAVEL_DROP_WINDOW} (a duration such as P14D) and, in percent with
     * at most one decimal, {@code TRAVEL_DROP_PERCENT}, {@code TRAVEL_DROP_DEEPER_PERCENT}, {@code
     * TRAVEL_DROP_REARM_PERCENT}, {@code TRAVEL_DROP_SUSPECT_PERCENT}.
     *
     * @throws IllegalArgumentException naming the variable that is wrong
     */
    public static PriceDropRule fromEnvironment(Map<String, String> environment) {
        return new PriceDropRule(
                window(environment),
                DEFAULT.minObservations,
                DEFAULT.minAge,
                permille(environment, "TRAVEL_DROP_PERCENT", DEFAULT.dropPermille),
                permille(environment, "TRAVEL_DROP_DEEPER_PERCENT", DEFAULT.deeperPermille),
                permille(environment, "TRAVEL_DROP_REARM_PERCENT", DEFAULT.rearmPermille),
                permille(environment, "TRAVEL_DROP_SUSPECT_PERCENT", DEFAULT.suspectPermille));
    }

    private static Duration window(Map<String, String> environment) {
        String value = environment.getOrDefault("TRAVEL_DROP_WINDOW", DEFAULT.window.toString());
        try {
            return Duration.parse(value);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "TRAVEL_DROP_WINDOW wants a duration such as P14D, not '" + value + "'", e);
        }
    }

    private static int permille(Map<String, String> environment, String name, int otherwise) {
        String value = environment.get(name);
        if (value == null || value.isBlank()) {
            return otherwise;
        }
        try {
            int share = new BigDecimal(value).movePointRight(1).intValueExact();
            if (share > 0 && share < ALL) {
                return share;
            }
        } catch (ArithmeticException | NumberFormatException e) {
            // refused below, with the range
        }
        throw new IllegalArgumentException(
                name + " wants a percentage between 0 and 100 such as 10 or 12.5, not '" + value + "'");
    }

    /** A verdict and what to keep for the next price. */
    public record Judgement(PriceVerdict verdict, OfferPriceState next) {}

    /**
     * Judges one price; prices of one offer must come in time order.
     *
     * @param before what is kept of the offer, {@code null} at its first price
     * @param at epoch milliseconds, later than every price before
     * @param amount scaled
     * @param currency ISO 4217; another than before starts the history anew
     */
    public Judgement judge(@Nullable OfferPriceState before, long at, long amount, String currency) {
        OfferPriceState state =
                before == null || !before.currency().equals(currency) ? OfferPriceState.empty(currency) : before;
        if (!isTracked(state, at)) {
            return store(new PriceVerdict.Untracked(), state, at, amount);
        }
        long baseline = Baseline.of(state, at - window.toMillis(), at);
        if (!state.suspected() && isBelow(amount, baseline, suspectPermille)) {
            return new Judgement(new PriceVerdict.Suspect(baseline), state.withSuspicion(true));
        }
        return judgePlausible(state.withSuspicion(false), at, amount, baseline);
    }

    private Judgement judgePlausible(OfferPriceState state, long at, long amount, long baseline) {
        OfferPriceState ready =
                !state.armed() && amount * ALL >= baseline * (ALL - rearmPermille) ? state.armedAgain() : state;
        boolean fires = isBelow(amount, baseline, dropPermille)
                && (ready.armed() || isBelow(amount, ready.firedAt(), deeperPermille));
        if (!fires) {
            return store(new PriceVerdict.Ordinary(baseline), ready, at, amount);
        }
        PriceVerdict drop =
                new PriceVerdict.Drop(baseline, ready.latest(), amount < ready.lowest(), ready.observations(), (int)
                        Duration.ofMillis(at - ready.firstAt()).toDays());
        return store(drop, ready.fired(amount), at, amount);
    }

    private boolean isTracked(OfferPriceState state, long at) {
        return state.observations() >= minObservations && at - state.firstAt() >= minAge.toMillis();
    }

    private Judgement store(PriceVerdict verdict, OfferPriceState state, long at, long amount) {
        return new Judgement(verdict, state.with(at, amount, at - window.toMillis()));
    }

    private static boolean isBelow(long amount, long reference, int permille) {
        return amount * ALL <= reference * (ALL - permille);
    }
}
