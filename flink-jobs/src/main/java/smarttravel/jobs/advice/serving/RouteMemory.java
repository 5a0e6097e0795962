package smarttravel.jobs.advice.serving;

import smarttravel.jobs.advice.features.RouteHabit;

/**
 * What is kept of a route beside its offers.
 *
 * @param clock the newest moment at which anything of the route was seen, epoch second
 * @param looks how many looks it rests on
 * @param habit how its prices are wont to move
 */
public record RouteMemory(long clock, long looks, RouteHabit.Kept habit) {
    /** Of a route that was never seen. */
    static final RouteMemory NOTHING = new RouteMemory(Long.MIN_VALUE, 0, RouteHabit.Kept.NOTHING);
}
