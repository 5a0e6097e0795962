package smarttravel.ingest.crawling.testing;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import smarttravel.ingest.crawling.ledger.CrawlTask;
import smarttravel.ingest.crawling.ledger.Lane;
import smarttravel.ingest.crawling.ledger.TaskTopic;
import smarttravel.ingest.crawling.queue.TaskQueue;

/** The lanes' queues without a broker; what is released comes again with its count. */
public final class TasksInMemory implements TaskTopic {
    private final Map<Lane, BlockingQueue<TaskQueue.Delivery>> lanes = new ConcurrentHashMap<>(
            Map.of(Lane.USUAL, new LinkedBlockingQueue<>(), Lane.URGENT, new LinkedBlockingQueue<>()));

    @Override
    public void publish(List<CrawlTask> tasks) {
        tasks.forEach(task -> of(task.lane()).add(new TaskQueue.Delivery(task.id(), 1)));
    }

    private BlockingQueue<TaskQueue.Delivery> of(Lane lane) {
        return lanes.getOrDefault(lane, new LinkedBlockingQueue<>());
    }

    /** The ids that wait in a lane, first to last. */
    public List<Long> waiting(Lane lane) {
        return of(lane).stream().map(TaskQueue.Delivery::task).toList();
    }

    /** The next delivery of a lane, if there is one. */
    public Optional<TaskQueue.Delivery> next(Lane lane) {
        return Optional.ofNullable(of(lane).poll());
    }

    /** A place in a lane. */
    public TaskQueue queue(Lane lane) {
        return new TaskQueue() {
            @Override
            public Optional<Delivery> poll(Duration longest) {
                try {
                    return Optional.ofNullable(of(lane).poll(longest.toMillis(), TimeUnit.MILLISECONDS));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return Optional.empty();
                }
            }

            @Override
            public void accept(Delivery delivery) {
                // it is gone already
            }

            @Override
            public void release(Delivery delivery) {
                of(lane).add(new Delivery(delivery.task(), delivery.count() + 1));
            }

            @Override
            public void close() {
                // nothing is kept
            }
        };
    }
}
