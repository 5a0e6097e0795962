package smarttravel.ingest.fetching.hosts;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What decides about the next turn at a host, wherever it is kept.
 *
 * @param delay between two starts, as the host's mood made it
 * @param notBefore when the host wants to be asked again at the earliest
 * @param inFlight fetches that have not ended
 */
record HostState(Duration delay, Instant lastStart, Instant notBefore, int inFlight) {
    private static final Duration LOOK_AGAIN_MOST = Duration.ofMillis(500);
    private static final Duration LOOK_AGAIN_LEAST = Duration.ofMillis(50);

    static final HostState NEW = new HostState(Duration.ZERO, Instant.EPOCH, Instant.EPOCH, 0);

    /** How long to wait before asking again, empty when the turn is now. */
    Optional<Duration> waitAt(Instant now, HostPace pace) {
        Instant start = later(lastStart.plus(Slowing.longer(delay, pace.delay())), notBefore);
        if (start.isAfter(now)) {
            return Optional.of(Duration.between(now, start));
        }
        return inFlight < pace.concurrency() ? Optional.empty() : Optional.of(untilOneLeaves(pace));
    }

    /** After a fetch started. */
    HostState entered(Instant now) {
        return new HostState(delay, now, notBefore, inFlight + 1);
    }

    /**
     * After a fetch ended; the distance to the next start counts from when its request was there.
     *
     * @param before what was known when it entered: that holds again if it asked nothing
     */
    HostState left(Instant now, Visit visit, HostPace pace, Entry before) {
        Instant start = lastStart;
        if (visit.mood() != Visit.Mood.NOT_ASKED) {
            start = later(lastStart, now.minus(visit.sinceArrived()));
        } else if (lastStart.equals(before.at)) {
            start = before.startBefore;
        }
        return new HostState(
                Slowing.next(delay, visit, pace),
                start,
                visit.holdBack().isZero() ? notBefore : later(notBefore, now.plus(visit.holdBack())),
                Math.max(0, inFlight - 1));
    }

    /** What a fetch remembers of its start. */
    record Entry(Instant at, Instant startBefore) {}

    /** A fetch's start now. */
    Entry entry(Instant now) {
        return new Entry(now, lastStart);
    }

    // nobody says when a fetch of another process will end, so a quarter of the delay is a fair time to look again
    private static Duration untilOneLeaves(HostPace pace) {
        Duration quarter = pace.delay().dividedBy(4);
        Duration most = quarter.compareTo(LOOK_AGAIN_MOST) > 0 ? LOOK_AGAIN_MOST : quarter;
        return Slowing.longer(most, LOOK_AGAIN_LEAST);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
