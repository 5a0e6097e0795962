package smarttravel.ingest.fetching.hosts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The turns of one process that is alone, and forgets them when it ends. */
public final class InMemoryHostGate implements HostGate {
    private final Map<String, HostState> hosts = new HashMap<>();
    private final Clock clock;

    public InMemoryHostGate(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized Turn enter(String host, HostPace pace) {
        HostState state = hosts.getOrDefault(host, HostState.NEW);
        Instant now = clock.instant();
        Optional<Duration> wait = state.waitAt(now, pace);
        if (wait.isPresent()) {
            return new Turn.Wait(wait.get());
        }
        hosts.put(host, state.entered(now));
        HostState.Entry entry = state.entry(now);
        return new Turn.Granted(visit -> leave(host, visit, pace, entry));
    }

    private synchronized void leave(String host, Visit visit, HostPace pace, HostState.Entry entry) {
        hosts.computeIfPresent(host, (name, state) -> state.left(clock.instant(), visit, pace, entry));
    }
}
