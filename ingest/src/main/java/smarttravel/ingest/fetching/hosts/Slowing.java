package smarttravel.ingest.fetching.hosts;

import java.time.Duration;

/**
 * How the delay at a host follows what the host can take, after Scrapy's AutoThrottle: half the way towards the last latency,
 * shared among the pages that it may be asked for at once; never faster because of errors. Too many requests double it.
 */
final class Slowing {
    /** The slowest that a host is asked because of its latency. */
    static final Duration MOST = Duration.ofMinutes(1);

    private static final Duration FIRST_STEP = Duration.ofSeconds(1);

    private Slowing() {}

    /** The delay after a visit. */
    static Duration next(Duration current, Visit visit, HostPace pace) {
        if (visit.mood() == Visit.Mood.NOT_ASKED) {
            return current;
        }
        Duration kept = longer(current, pace.delay());
        Duration share = visit.latency().dividedBy(pace.concurrency());
        Duration aim = switch (visit.mood()) {
            case FINE -> towards(kept, share);
            case FAILED -> longer(kept, towards(kept, share));
            case OVERLOADED -> longer(kept.multipliedBy(2), FIRST_STEP);
            case NOT_ASKED -> kept;
        };
        return longer(shorter(aim, MOST), pace.delay());
    }

    private static Duration towards(Duration current, Duration latency) {
        return longer(current.plus(latency).dividedBy(2), latency);
    }

    static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
