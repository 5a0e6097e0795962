package smarttravel.ingest.fetching.hosts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import smarttravel.ingest.fetching.hosts.HostGate.Turn;
import smarttravel.ingest.fetching.hosts.HostGate.Turn.Granted;
import smarttravel.ingest.fetching.hosts.HostGate.Turn.Wait;
import smarttravel.ingest.fetching.hosts.Visit.Mood;
import smarttravel.sql.PostgresSchema;

/** Turns that processes share, some of which are killed in the middle. */
class PostgresHostGateTest {
    private static final HostPace PACE = new HostPace(1, Duration.ZERO, Duration.ofMillis(200));
    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.start();
        PostgresSchema.apply(postgres.getPostgresDatabase());
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    private static HostGate process() {
        return new PostgresHostGate(postgres.getPostgresDatabase(), Duration.ofMillis(300));
    }

    @Test
    void theSlotOfAKilledProcessComesFreeByItself() {
        long began = System.nanoTime();
        assertThat(process().enter("killed.example", PACE)).isInstanceOf(Granted.class);

        HostGate other = process();

        assertThat(other.enter("killed.example", PACE)).isInstanceOf(Wait.class);
        await().atMost(Duration.ofSeconds(5))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> other.enter("killed.example", PACE) instanceof Granted);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(Duration.ofMillis(500));
    }

    @Test
    void aSlotIsGivenBackAtOnce() {
        Granted first = (Granted) process().enter("fine.example", PACE);
        first.permit().leave(Visit.NONE);

        assertThat(process().enter("fine.example", PACE)).isInstanceOf(Granted.class);
    }

    @Test
    void whoeverLeavesLateTakesNobodysSlot() {
        HostPace hurried = new HostPace(1, Duration.ZERO, Duration.ofMillis(1));
        HostGate gate = new PostgresHostGate(postgres.getPostgresDatabase(), Duration.ZERO);
        Granted late = (Granted) gate.enter("late.example", hurried);
        await().until(() -> process().enter("late.example", PACE) instanceof Granted);

        late.permit().leave(Visit.NONE);

        assertThat(process().enter("late.example", PACE)).isInstanceOf(Wait.class);
    }

    @Test
    void delayAndHoldBackHoldForEveryProcess() {
        HostPace slow = new HostPace(1, Duration.ofSeconds(100), Duration.ofSeconds(1));
        Granted first = (Granted) process().enter("slow.example", slow);
        assertThat(wait(process().enter("slow.example", slow))).isBetween(seconds(95), seconds(100));

        first.permit().leave(new Visit(Mood.OVERLOADED, Duration.ZERO, Duration.ZERO, seconds(900)));

        assertThat(wait(process().enter("slow.example", slow))).isBetween(seconds(890), seconds(900));
        assertThat(wait(process().enter("slow.example", PACE))).isBetween(seconds(890), seconds(900));
    }

    private static Duration wait(Turn turn) {
        return ((Wait) turn).howLong();
    }

    private static Duration seconds(long seconds) {
        return Duration.ofSeconds(seconds);
    }
}
