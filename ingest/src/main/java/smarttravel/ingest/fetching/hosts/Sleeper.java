package smarttravel.ingest.fetching.hosts;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** How time is waited for, so that tests need not. */
@FunctionalInterface
public interface Sleeper {
    /** Really. */
    Sleeper REAL = howLong -> TimeUnit.NANOSECONDS.sleep(howLong.toNanos());

    /** Returns after that time. */
    void sleep(Duration howLong) throws InterruptedException;
}
