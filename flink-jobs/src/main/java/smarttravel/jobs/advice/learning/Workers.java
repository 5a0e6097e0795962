package smarttravel.jobs.advice.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * Does the members' work side by side, each on one thread: the same figures whatever the number of threads, and no
 * thread of the native library that spins while another program has its core.
 */
final class Workers implements AutoCloseable {
    private final ExecutorService threads;

    Workers(int threads) {
        this.threads = Executors.newFixedThreadPool(threads);
    }

    /** One piece of work. */
    interface Piece {
        void run(int number) throws XGBoostError;
    }

    /** Does pieces {@code 0 … count - 1} and waits for all of them. */
    void each(int count, Piece piece) {
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int number = i;
            running.add(threads.submit(() -> {
                piece.run(number);
                return null;
            }));
        }
        try {
            for (Future<?> each : running) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new LearningFailedException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LearningFailedException(e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
