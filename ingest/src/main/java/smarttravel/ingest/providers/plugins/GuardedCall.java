package smarttravel.ingest.providers.plugins;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One call into a plug-in, on a thread of its own; whatever comes out of it is caught there. */
final class GuardedCall<T> implements Runnable {
    private static final int MAX_CAUSES = 5;

    private final Callable<T> call;
    private final Runnable afterwards;
    private final CountDownLatch ended = new CountDownLatch(1);
    private @Nullable Thread thread;
    private volatile @Nullable T result;
    private volatile String failure = "gave null";

    /**
     * Not started yet.
     *
     * @param afterwards run by the call's thread when it is free again, also long after it was given up
     */
    GuardedCall(Callable<T> call, Runnable afterwards) {
        this.call = call;
        this.afterwards = afterwards;
    }

    @Override
    public void run() {
        hold(Thread.currentThread());
        try {
            result = call.call();
        } catch (Throwable thrown) {
            failure = "threw " + described(thrown);
        } finally {
            hold(null);
            // an interrupt that came too late must not hit the thread's next call
            boolean unused = Thread.interrupted();
            ended.countDown();
            afterwards.run();
        }
    }

    private synchronized void hold(@Nullable Thread current) {
        thread = current;
    }

    synchronized void interrupt() {
        if (thread != null) {
            thread.interrupt();
        }
    }

    /** Waits for its end; {@code false} when it did not come. */
    boolean awaitEnd(Duration limit) throws InterruptedException {
        return ended.await(limit.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** What it gave, once it has ended; {@code null} when there is a {@link #failure}. */
    @Nullable
    T result() {
        return result;
    }

    /** Why there is no result. */
    String failure() {
        return failure;
    }

    /** The exception may be the plug-in's own: then its texts are made by the plug-in's code, which may throw again. */
    private static String described(Throwable thrown) {
        String type = thrown.getClass().getName();
        try {
            StringBuilder told = new StringBuilder().append(thrown);
            Throwable cause = thrown.getCause();
            for (int depth = 0; cause != null && depth < MAX_CAUSES; depth++) {
                told.append(", because of ").append(cause);
                cause = cause.getCause();
            }
            return told.toString();
        } catch (Throwable again) {
            return type;
        }
    }
}
