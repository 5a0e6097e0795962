package smarttravel.stack.simulation;

import java.util.OptionalLong;
import java.util.function.LongUnaryOperator;

/**
 * What is done to one offer on purpose, and therefore known. {@code usual} gives the amount that the offer would have
 * on a day without it. Days are epoch days; cuts and raises come after the price stood still for {@link #STEADY_DAYS},
 * so that the baseline they are judged against is one known amount.
 */
sealed interface Plant {
    /** Longer than the fourteen days of a baseline. */
    int STEADY_DAYS = 16;

    /** What the page asks on that day; empty when it is sold out. */
    OptionalLong amount(long day, LongUnaryOperator usual);

    /** The "before" price that a provider who claims such prices shows beside it. */
    default OptionalLong claimedBefore(long day, LongUnaryOperator usual) {
        return OptionalLong.empty();
    }

    /** An offer left alone. */
    record Nothing() implements Plant {
        @Override
        public OptionalLong amount(long day, LongUnaryOperator usual) {
            return OptionalLong.of(usual.applyAsLong(day));
        }
    }

    /** A real cut of {@code percent}, held from {@code cutDay} until before {@code until}. */
    record Cut(DropKind kind, long cutDay, long until, int percent) implements Plant {
        @Override
        public OptionalLong amount(long day, LongUnaryOperator usual) {
            if (day < cutDay - STEADY_DAYS || day >= until) {
                return OptionalLong.of(usual.applyAsLong(day));
            }
            return OptionalLong.of(day < cutDay ? baseline(usual) : baseline(usual) * (100 - percent) / 100);
        }

        @Override
        public OptionalLong claimedBefore(long day, LongUnaryOperator usual) {
            return day >= cutDay && day < until ? OptionalLong.of(baseline(usual)) : OptionalLong.empty();
        }

        long baseline(LongUnaryOperator usual) {
            return usual.applyAsLong(cutDay - STEADY_DAYS);
        }
    }

    /**
     * Raised by {@code percent} for less than a week, then "reduced" to what it was, with the raised price claimed as the
     * one before. Against the last price it looks like a bargain; against its past it is none.
     */
    record FakeDiscount(long raisedDay, long cutDay, int percent) implements Plant {
        private static final int CLAIMED_DAYS = 12;

        @Override
        public OptionalLong amount(long day, LongUnaryOperator usual) {
            if (day < raisedDay - STEADY_DAYS || day >= cutDay + CLAIMED_DAYS) {
                return OptionalLong.of(usual.applyAsLong(day));
            }
            return OptionalLong.of(day >= raisedDay && day < cutDay ? raised(usual) : before(usual));
        }

        @Override
        public OptionalLong claimedBefore(long day, LongUnaryOperator usual) {
            return day >= cutDay && day < cutDay + CLAIMED_DAYS ? OptionalLong.of(raised(usual)) : OptionalLong.empty();
        }

        long before(LongUnaryOperator usual) {
            return usual.applyAsLong(raisedDay - STEADY_DAYS);
        }

        long raised(LongUnaryOperator usual) {
            return before(usual) * (100 + percent) / 100;
        }
    }

    /** One reading of a fraction of the price, as when a page shows a deposit instead. */
    record Outlier(long onDay, int percentOfPrice) implements Plant {
        @Override
        public OptionalLong amount(long day, LongUnaryOperator usual) {
            long amount = usual.applyAsLong(day);
            return OptionalLong.of(day == onDay ? amount * percentOfPrice / 100 : amount);
        }
    }

    /** No seats from {@code fromDay} until before {@code until}; in the days before, they run out one by one. */
    record SoldOut(long fromDay, long until) implements Plant {
        static final int RUNNING_OUT_DAYS = 10;

        @Override
        public OptionalLong amount(long day, LongUnaryOperator usual) {
            return day >= fromDay && day < until ? OptionalLong.empty() : OptionalLong.of(usual.applyAsLong(day));
        }
    }

    /**
     * Two fares that alternate from {@code fromDay}: every {@code heldDays} the other one holds, each with a wobble of up
     * to three per mille. After {@code switches} moves the usual price is back.
     *
     * @param percent how far the second fare lies from the first; negative for below
     */
    record Flapping(long fromDay, int heldDays, int switches, int percent) implements Plant {
        @Override
        public OptionalLong amount(long day, LongUnaryOperator usual) {
            if (day < fromDay - STEADY_DAYS || day >= fromDay + (long) heldDays * switches) {
                return OptionalLong.of(usual.applyAsLong(day));
            }
            long first = first(usual);
            if (day < fromDay) {
                return OptionalLong.of(first);
            }
            boolean isSecond = (day - fromDay) / heldDays % 2 == 0;
            long level = isSecond ? first * (100 + percent) / 100 : first;
            return OptionalLong.of(level + level * (Math.floorMod(day * 5, 7) - 3) / 1_000);
        }

        long first(LongUnaryOperator usual) {
            return usual.applyAsLong(fromDay - STEADY_DAYS);
        }
    }
}
