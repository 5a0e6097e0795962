package smarttravel.ingest.fetching;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import smarttravel.ingest.fetching.hosts.Sleeper;

/** A clock that goes on when somebody sleeps, at once. */
public final class FakeTime extends Clock implements Sleeper {
    private final List<Duration> slept = new CopyOnWriteArrayList<>();
    private volatile Instant now = Instant.parse("2026-11-01T12:00:00Z");

    @Override
    public void sleep(Duration howLong) {
        slept.add(howLong);
        pass(howLong);
    }

    public synchronized void pass(Duration time) {
        now = now.plus(time);
    }

    public List<Duration> slept() {
        return slept;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
