package smarttravel.ingest.fetching.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import smarttravel.ingest.fetching.FakeTime;
import smarttravel.ingest.fetching.hosts.HostQueue.Place;
import smarttravel.ingest.fetching.hosts.HostQueue.Place.Ours;
import smarttravel.ingest.fetching.hosts.HostQueue.Place.TooLate;

/** Threads of one process that want to one host. */
class HostQueueTest {
    private static final HostPace ONE = new HostPace(1, Duration.ZERO, Duration.ofSeconds(15));
    private static final Duration SHORT = Duration.ofMillis(50);
    private static final Duration LONG = Duration.ofSeconds(10);

    private static final Visit ASKED = new Visit(Visit.Mood.FINE, Duration.ZERO, Duration.ZERO, Duration.ZERO);

    private final HostQueue queue = new HostQueue(new InMemoryHostGate(Clock.systemUTC()), Sleeper.REAL);

    @Test
    void whoeverWaitsTooLongGivesUpAndTakesNothingAway() throws Exception {
        Ours first = (Ours) queue.await("a.example", ONE, SHORT);

        assertThat(queue.await("a.example", ONE, SHORT)).isInstanceOf(TooLate.class);
        assertThat(queue.await("a.example", ONE, SHORT)).isInstanceOf(TooLate.class);
        assertThat(queue.await("b.example", ONE, SHORT)).isInstanceOf(Ours.class);

        first.permit().leave(Visit.NONE);
        assertThat(queue.await("a.example", ONE, SHORT)).isInstanceOf(Ours.class);
    }

    @Test
    void aTurnThatComesTooLateIsToldAndNotWaitedFor() throws Exception {
        FakeTime time = new FakeTime();
        HostQueue patient = new HostQueue(new InMemoryHostGate(time), time);
        HostPace slow = new HostPace(1, Duration.ofSeconds(20), Duration.ofSeconds(15));
        ((Ours) patient.await("a.example", slow, LONG)).permit().leave(ASKED);

        Place second = patient.await("a.example", slow, LONG);

        assertThat(second).isEqualTo(new TooLate(Duration.ofSeconds(20)));
        assertThat(time.slept()).isEmpty();
    }

    @Test
    void asManyAsThePaceAllowsAreInside() throws Exception {
        HostPace three = new HostPace(3, Duration.ZERO, Duration.ofSeconds(15));
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(12);
        List<Future<?>> visits = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            visits.add(threads.submit(() -> {
                Ours ours = (Ours) queue.await("a.example", three, LONG);
                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                Sleeper.REAL.sleep(Duration.ofMillis(2));
                inside.decrementAndGet();
                ours.permit().leave(Visit.NONE);
                return null;
            }));
        }
        for (Future<?> visit : visits) {
            visit.get();
        }
        threads.shutdown();

        assertThat(most).hasValue(3);
    }
}
