package smarttravel.ingest.fetching.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import smarttravel.ingest.fetching.hosts.Visit.Mood;

/** When the next turn comes, and how fast a host is asked after it was slow. */
class HostStateTest {
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final HostPace PACE = new HostPace(2, SECOND, Duration.ofSeconds(15));

    private static final HostPace ONE = PACE.alone();
    private static final HostState.Entry ENTRY = HostState.NEW.entry(NOW);

    private static Visit visit(Mood mood, long latencyMillis) {
        return new Visit(mood, Duration.ZERO, Duration.ofMillis(latencyMillis), Duration.ZERO);
    }

    @Test
    void theFirstTurnIsNowAndTheSecondAfterTheDelay() {
        HostState entered = HostState.NEW.entered(NOW);

        assertThat(HostState.NEW.waitAt(NOW, PACE)).isEmpty();
        assertThat(entered.waitAt(NOW, PACE)).contains(SECOND);
        assertThat(entered.waitAt(NOW.plus(SECOND), PACE)).isEmpty();
    }

    @Test
    void noMoreThanTheConcurrencyAreInFlight() {
        HostState full = HostState.NEW.entered(NOW).entered(NOW.plus(SECOND));
        Instant later = NOW.plusSeconds(10);

        assertThat(full.waitAt(later, PACE)).contains(Duration.ofMillis(250));
        assertThat(full.left(later, Visit.NONE, PACE, ENTRY).waitAt(later, PACE))
                .isEmpty();
        assertThat(HostState.NEW.entered(NOW).waitAt(later, PACE.alone())).isPresent();
    }

    @Test
    void theDelayCountsFromWhenTheRequestWasThere() {
        Visit late = new Visit(Mood.FINE, Duration.ofMillis(200), Duration.ofMillis(50), Duration.ZERO);
        HostState left = HostState.NEW.entered(NOW).left(NOW.plusMillis(900), late, PACE, ENTRY);

        assertThat(left.waitAt(NOW.plusMillis(900), PACE)).contains(Duration.ofMillis(800));
    }

    @Test
    void whoeverAskedNothingLeavesTheTurnToTheNext() {
        HostState before = HostState.NEW.entered(NOW.minusSeconds(60));
        HostState left = before.entered(NOW).left(NOW, Visit.NONE, PACE, before.entry(NOW));

        assertThat(left).isEqualTo(before);
    }

    @Test
    void aHostThatWantsToBeLeftAloneIs() {
        Visit told = new Visit(Mood.OVERLOADED, Duration.ZERO, Duration.ZERO, Duration.ofSeconds(90));
        HostState left = HostState.NEW.entered(NOW).left(NOW, told, PACE, ENTRY);

        assertThat(left.waitAt(NOW, PACE)).contains(Duration.ofSeconds(90));
        assertThat(left.left(NOW, Visit.NONE, PACE, ENTRY).waitAt(NOW, PACE)).contains(Duration.ofSeconds(90));
    }

    @Test
    void aLongerDelayThanTheLastOneHoldsAtOnce() {
        HostPace slower = new HostPace(1, Duration.ofSeconds(10), Duration.ofSeconds(15));

        assertThat(HostState.NEW
                        .entered(NOW)
                        .left(NOW, visit(Mood.FINE, 10), PACE, ENTRY)
                        .waitAt(NOW, slower))
                .contains(Duration.ofSeconds(10));
    }

    @Test
    void theDelayFollowsTheLatencyOfPages() {
        assertThat(Slowing.next(SECOND, visit(Mood.FINE, 4_000), ONE)).hasMillis(4_000);
        assertThat(Slowing.next(Duration.ofSeconds(4), visit(Mood.FINE, 2_000), ONE))
                .hasMillis(3_000);
        assertThat(Slowing.next(Duration.ofSeconds(2), visit(Mood.FINE, 10), ONE))
                .hasMillis(1_005);
        assertThat(Slowing.next(SECOND, visit(Mood.FINE, 10), ONE)).isEqualTo(SECOND);
        assertThat(Slowing.next(SECOND, visit(Mood.FINE, 100_000), ONE)).hasSeconds(60);
    }

    @Test
    void severalPagesAtOnceShareTheLatency() {
        assertThat(Slowing.next(SECOND, visit(Mood.FINE, 4_000), PACE)).hasMillis(2_000);
    }

    @Test
    void errorsMakeItSlowerAndNeverFaster() {
        assertThat(Slowing.next(Duration.ofSeconds(4), visit(Mood.FAILED, 5), ONE))
                .hasSeconds(4);
        assertThat(Slowing.next(SECOND, visit(Mood.FAILED, 15_000), ONE)).hasSeconds(15);
        assertThat(Slowing.next(Duration.ofSeconds(4), visit(Mood.OVERLOADED, 5), ONE))
                .hasSeconds(8);
        assertThat(Slowing.next(Duration.ofSeconds(40), visit(Mood.OVERLOADED, 5), ONE))
                .hasSeconds(60);
        assertThat(Slowing.next(Duration.ofSeconds(4), Visit.NONE, ONE)).hasSeconds(4);
    }

    @Test
    void aSitesOwnDelayMayBeLongerThanAnyOfOurs() {
        HostPace pace = new HostPace(1, Duration.ofMinutes(4), Duration.ofSeconds(15));

        assertThat(Slowing.next(SECOND, visit(Mood.FINE, 10), pace)).hasMinutes(4);
    }
}
