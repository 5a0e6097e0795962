package smarttravel.ingest.crawling;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Whether everybody is to finish what is in hand and go. */
public final class Stop {
    private final CountDownLatch asked = new CountDownLatch(1);

    /** Asks everybody to. */
    public void ask() {
        asked.countDown();
    }

    /** Whether it was asked for. */
    public boolean isAskedFor() {
        return asked.getCount() == 0;
    }

    /** Waits so long, or until it is asked for. */
    public void await(Duration longest) throws InterruptedException {
        boolean unused = asked.await(longest.toMillis(), TimeUnit.MILLISECONDS);
    }
}
