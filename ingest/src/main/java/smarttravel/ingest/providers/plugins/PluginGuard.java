package smarttravel.ingest.providers.plugins;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import smarttravel.ingest.providers.StrategyFailedException;

/**
 * Stands between the product and one plug-in: calls run on the plug-in's own few daemon threads for a limited time.
 *
 * <p>What throws stops the plug-in at once, as does a call that goes on although it was interrupted; so do three calls in a
 * row that took too long. Java cannot end a thread, so one that ignores interrupts is abandoned and counted.
 */
final class PluginGuard implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PluginGuard.class);
    private static final int CALLS_AT_ONCE = 4;
    private static final int SLOW_CALLS = 3;
    private static final Duration LONGEST_GRACE = Duration.ofSeconds(1);

    private final String jar;
    private final Duration limit;
    private final Duration grace;
    private final ThreadPoolExecutor threads;
    private final Semaphore turns = new Semaphore(CALLS_AT_ONCE);
    private final AtomicReference<@Nullable String> stopped = new AtomicReference<>();
    private final AtomicInteger slowCalls = new AtomicInteger();
    private final AtomicInteger abandoned = new AtomicInteger();

    PluginGuard(String jar, ClassLoader classes, Duration limit) {
        this.jar = jar;
        this.limit = limit;
        this.grace = limit.compareTo(LONGEST_GRACE) < 0 ? limit : LONGEST_GRACE;
        this.threads =
                new ThreadPoolExecutor(0, Integer.MAX_VALUE, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                    Thread thread = new Thread(task, "plugin-" + jar);
                    thread.setDaemon(true);
                    thread.setContextClassLoader(classes);
                    return thread;
                });
    }

    /**
     * Calls the plug-in; waits for a turn first, which does not count as the call's time.
     *
     * @param what for messages
     * @throws StrategyFailedException when there is no result
     */
    <T> T call(String what, Callable<T> call) {
        try {
            turns.acquire();
            return result(what, started(call));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StrategyFailedException(jar + ": the wait for " + what + " was interrupted");
        }
    }

    private <T> GuardedCall<T> started(Callable<T> call) {
        GuardedCall<T> running = new GuardedCall<>(call, turns::release);
        try {
            checkRunning();
            threads.execute(running);
            return running;
        } catch (RejectedExecutionException e) {
            turns.release();
            throw stop("is closed");
        } catch (StrategyFailedException | OutOfMemoryError e) {
            turns.release();
            throw e;
        }
    }

    private void checkRunning() {
        String reason = stopped.get();
        if (reason != null) {
            throw new StrategyFailedException(jar + " is stopped: " + reason);
        }
    }

    private <T> T result(String what, GuardedCall<T> call) throws InterruptedException {
        boolean ended = false;
        try {
            ended = call.awaitEnd(limit);
        } finally {
            if (!ended) {
                call.interrupt();
            }
        }
        if (!ended) {
            throw tookTooLong(what, call);
        }
        T result = call.result();
        if (result == null) {
            throw stop(what + " " + call.failure());
        }
        slowCalls.set(0);
        return result;
    }

    private StrategyFailedException tookTooLong(String what, GuardedCall<?> call) throws InterruptedException {
        String late = what + " took longer than " + limit.toMillis() + " ms";
        if (!call.awaitEnd(grace)) {
            abandoned.incrementAndGet();
            return stop(late + " and ignores that it was interrupted");
        }
        if (slowCalls.incrementAndGet() >= SLOW_CALLS) {
            return stop(late + ", as did the " + (SLOW_CALLS - 1) + " calls before");
        }
        return new StrategyFailedException(jar + ": " + late);
    }

    private StrategyFailedException stop(String reason) {
        if (stopped.compareAndSet(null, reason)) {
            LOG.warn("Plug-in {} is stopped: {}", jar, reason);
            // whoever waits for a turn that an abandoned thread holds shall learn it
            turns.release(Integer.MAX_VALUE / 2);
        }
        return new StrategyFailedException(jar + " is stopped: " + reason);
    }

    /** Why it was stopped; empty while it works. */
    Optional<String> stopped() {
        return Optional.ofNullable(stopped.get());
    }

    /** Calls that were given up and whose threads would not end. */
    int abandoned() {
        return abandoned.get();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
