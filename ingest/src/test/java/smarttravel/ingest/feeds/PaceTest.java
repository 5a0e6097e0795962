package smarttravel.ingest.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PaceTest {
    private static final long SECOND = 1_000_000_000;

    private long now = 5 * SECOND;

    private final Pace tenPerSecond = Pace.perSecond(10, () -> now, nanos -> now += nanos);

    @Test
    void rowsComeAtTheRate() throws InterruptedException {
        for (int row = 0; row < 101; row++) {
            tenPerSecond.await();
        }
        assertThat(now - 5 * SECOND).isEqualTo(10 * SECOND);
    }

    @Test
    void aLongStopIsNotCaughtUp() throws InterruptedException {
        tenPerSecond.await();
        now += 60 * SECOND;
        long resumed = now;
        for (int row = 0; row < 11; row++) {
            tenPerSecond.await();
        }
        assertThat(now - resumed).isEqualTo(SECOND);
    }

    @Test
    void aRateOfNothingIsRefused() {
        assertThatThrownBy(() -> Pace.perSecond(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
