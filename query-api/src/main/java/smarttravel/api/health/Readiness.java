package smarttravel.api.health;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs all checks at the same time, each under a time limit, and keeps the result for a moment. */
public final class Readiness implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Readiness.class);
    private static final Duration KEPT = Duration.ofMillis(500);

    private final List<ReadinessCheck> checks;
    private final Duration limit;
    private final ThreadPoolExecutor runner;
    private @Nullable Map<String, String> last;
    private long lastAt;

    public Readiness(List<ReadinessCheck> checks, Duration limit) {
        this.checks = List.copyOf(checks);
        this.limit = limit;
        runner = new ThreadPoolExecutor(
                0, Math.max(1, checks.size()), 30, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
                    Thread thread = new Thread(work, "readiness");
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /** Every part with {@code ok}, {@code failed} or {@code timeout}. */
    public synchronized Map<String, String> parts() {
        if (last == null || System.nanoTime() - lastAt > KEPT.toNanos()) {
            last = run();
            lastAt = System.nanoTime();
        }
        return last;
    }

    @Override
    public void close() {
        runner.shutdownNow();
    }

    private Map<String, String> run() {
        Map<ReadinessCheck, Future<?>> running = new LinkedHashMap<>();
        Map<String, String> parts = new LinkedHashMap<>();
        for (ReadinessCheck check : checks) {
            parts.put(check.name(), "failed");
            try {
                running.put(check, runner.submit(() -> {
                    check.check();
                    return check;
                }));
            } catch (RejectedExecutionException stillHanging) {
                parts.put(check.name(), "timeout");
            }
        }
        long deadline = System.nanoTime() + limit.toNanos();
        running.forEach((check, result) -> parts.put(check.name(), await(check, result, deadline)));
        return parts;
    }

    private static String await(ReadinessCheck check, Future<?> result, long deadline) {
        try {
            result.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            return "ok";
        } catch (TimeoutException e) {
            result.cancel(true);
            return "timeout";
        } catch (ExecutionException e) {
            LOG.warn("{} is not ready", check.name(), e.getCause());
            return "failed";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "timeout";
        }
    }
}
