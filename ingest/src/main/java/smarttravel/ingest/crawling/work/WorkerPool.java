package smarttravel.ingest.crawling.work;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import smarttravel.ingest.crawling.Stop;
import smarttravel.ingest.crawling.ledger.Lane;

/** The workers of one process, as threads. */
public final class WorkerPool implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WorkerPool.class);
    /** A fetch and what follows take no longer. */
    private static final Duration LAST_PAGE = Duration.ofSeconds(30);

    private final List<Thread> threads = new ArrayList<>();
    private final Stop stop;

    private WorkerPool(Stop stop) {
        this.stop = stop;
    }

    /** Starts so many workers for crawls by plan, and half as many for what is urgent. */
    public static WorkerPool start(Tools tools, int workers, Stop stop) {
        WorkerPool pool = new WorkerPool(stop);
        for (int i = 1; i <= workers; i++) {
            pool.add("crawler-" + i, new CrawlWorker(tools, Lane.USUAL, stop));
        }
        for (int i = 1; i <= (workers + 1) / 2; i++) {
            pool.add("urgent-crawler-" + i, new CrawlWorker(tools, Lane.URGENT, stop));
        }
        return pool;
    }

    private void add(String name, CrawlWorker worker) {
        Thread thread = new Thread(worker, name);
        thread.setDaemon(true);
        thread.start();
        threads.add(thread);
    }

    /** Lets every worker finish its page. */
    @Override
    public void close() {
        stop.ask();
        try {
            for (Thread thread : threads) {
                thread.join(LAST_PAGE.toMillis());
                if (thread.isAlive()) {
                    LOG.warn("{} does not finish its page; somebody else will", thread.getName());
                    thread.interrupt();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
