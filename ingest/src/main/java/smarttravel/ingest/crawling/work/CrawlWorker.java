package smarttravel.ingest.crawling.work;

import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import smarttravel.ingest.crawling.Stop;
import smarttravel.ingest.crawling.ledger.Lane;
import smarttravel.ingest.crawling.queue.TaskQueue;
import smarttravel.ingest.crawling.queue.TaskQueue.Delivery;
import smarttravel.ingest.providers.Provider;
import smarttravel.ingest.publishing.ObservationPublisher;

/**
 * One thread that takes a task, works it off and takes the next, until it is stopped. Its connections are made anew after
 * trouble with Kafka or PostgreSQL.
 */
final class CrawlWorker implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(CrawlWorker.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(1);
    /** Another release would bring the record near its last delivery: then the ledger is told what became of the task. */
    private static final int LAST_RELEASE = 2;

    private final Tools tools;
    private final Lane lane;
    private final Stop stop;

    CrawlWorker(Tools tools, Lane lane, Stop stop) {
        this.tools = tools;
        this.lane = lane;
        this.stop = stop;
    }

    @Override
    public void run() {
        try {
            while (!stop.isAskedFor()) {
                try (TaskQueue queue = tools.queues().apply(lane);
                        ObservationPublisher publisher = tools.publishers().get()) {
                    workOff(queue, tools.handler(publisher));
                } catch (RuntimeException | Error e) {
                    // A worker that ends for want of memory would leave a process that looks alive and does nothing.
                    LOG.warn("A worker starts anew", e);
                    stop.await(AFTER_TROUBLE);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void workOff(TaskQueue queue, TaskHandler handler) throws InterruptedException {
        while (!stop.isAskedFor()) {
            Optional<Delivery> delivery = queue.poll(POLL);
            if (delivery.isPresent()) {
                Optional<Provider> ended = handle(queue, handler, delivery.get());
                queue.accept(delivery.get());
                ended.ifPresent(tools.nextTasks()::publish);
            }
        }
    }

    private Optional<Provider> handle(TaskQueue queue, TaskHandler handler, Delivery delivery)
            throws InterruptedException {
        try {
            return handler.handle(delivery);
        } catch (RuntimeException | Error e) {
            stop.await(AFTER_TROUBLE);
            if (delivery.count() <= LAST_RELEASE) {
                queue.release(delivery);
            } else {
                handler.failed(delivery, e);
                queue.accept(delivery);
            }
            throw e;
        }
    }
}
