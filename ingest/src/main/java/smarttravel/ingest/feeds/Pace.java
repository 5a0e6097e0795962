package smarttravel.ingest.feeds;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Holds a replay back to so many rows a second: row n is not due before n / rate seconds after the first. A replay that
 * fell behind by more than a second does not race to catch up.
 */
public final class Pace {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final Pace UNLIMITED = new Pace(0, () -> 0, nanos -> {});

    private final double nanosPerRow;
    private final LongSupplier nanoTime;
    private final Sleeper sleeper;
    private double due;
    private boolean started;

    /** Waits; a test's does not. */
    @FunctionalInterface
    public interface Sleeper {
        void sleep(long nanos) throws InterruptedException;
    }

    private Pace(double nanosPerRow, LongSupplier nanoTime, Sleeper sleeper) {
        this.nanosPerRow = nanosPerRow;
        this.nanoTime = nanoTime;
        this.sleeper = sleeper;
    }

    /** As fast as it goes. */
    public static Pace unlimited() {
        return UNLIMITED;
    }

    /** At most so many rows a second, by the machine's own time. */
    public static Pace perSecond(double rows) {
        return perSecond(rows, System::nanoTime, TimeUnit.NANOSECONDS::sleep);
    }

    /**
     * At most so many rows a second.
     *
     * @param rows above 0
     */
    public static Pace perSecond(double rows, LongSupplier nanoTime, Sleeper sleeper) {
        if (!(rows > 0)) {
            throw new IllegalArgumentException("a rate wants to be above 0: " + rows);
        }
        return new Pace(SECOND / rows, nanoTime, sleeper);
    }

    /** Waits until the next row is due. */
    void await() throws InterruptedException {
        if (nanosPerRow == 0) {
            return;
        }
        long now = nanoTime.getAsLong();
        if (!started || now - due > SECOND) {
            due = now;
            started = true;
        }
        long wait = (long) due - now;
        if (wait > 0) {
            sleeper.sleep(wait);
        }
        due += nanosPerRow;
    }
}
