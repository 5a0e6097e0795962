package smarttravel.ingest.fetching.hosts;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Where the threads of one process wait for their turns at hosts, first come, first served. Only the first in a host's queue
 * asks the gate, and sleeps in between for as long as the gate said.
 */
public final class HostQueue {
    private final HostGate gate;
    private final Sleeper sleeper;
    private final Map<String, Line> lines = new ConcurrentHashMap<>();

    public HostQueue(HostGate gate, Sleeper sleeper) {
        this.gate = gate;
        this.sleeper = sleeper;
    }

    /** How waiting ended. */
    public sealed interface Place {
        /** It is our turn. */
        record Ours(HostGate.Permit permit) implements Place {}

        /** The turn comes too late to be waited for; ask again after so long. */
        record TooLate(Duration after) implements Place {}
    }

    /**
     * Waits for a turn.
     *
     * @param patience how long at most
     */
    public Place await(String host, HostPace pace, Duration patience) throws InterruptedException {
        // a line is as wide as its pace: who may come in together is no question of the gate's
        Line line = lines.computeIfAbsent(host + ' ' + pace.concurrency(), key -> new Line(pace.concurrency()));
        long end = System.nanoTime() + patience.toNanos();
        if (!line.width.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
            return new Place.TooLate(pace.delay());
        }
        Place place = new Place.TooLate(pace.delay());
        try {
            if (line.head.tryAcquire(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                try {
                    place = ask(line, host, pace, Duration.ofNanos(end - System.nanoTime()));
                } finally {
                    line.head.release();
                }
            }
            return place;
        } finally {
            if (place instanceof Place.TooLate) {
                line.width.release();
            }
        }
    }

    private Place ask(Line line, String host, HostPace pace, Duration patience) throws InterruptedException {
        Duration left = patience;
        while (true) {
            HostGate.Turn turn = gate.enter(host, pace);
            if (turn instanceof HostGate.Turn.Granted granted) {
                return new Place.Ours(visit -> {
                    try {
                        granted.permit().leave(visit);
                    } finally {
                        line.width.release();
                    }
                });
            }
            Duration wait = ((HostGate.Turn.Wait) turn).howLong();
            left = left.minus(wait);
            if (left.isNegative()) {
                return new Place.TooLate(wait);
            }
            sleeper.sleep(wait);
        }
    }

    /** The threads that want to one host. */
    private static final class Line {
        final Semaphore width;
        final Semaphore head = new Semaphore(1, true);

        Line(int width) {
            this.width = new Semaphore(width, true);
        }
    }
}
