package smarttravel.ingest.crawling.plan;

import smarttravel.ingest.crawling.ledger.PostgresLocks;
import smarttravel.ingest.crawling.ledger.PostgresLogin;

/** Which of several processes schedules: the one that holds an advisory lock. */
public final class PostgresLeadership implements AutoCloseable {
    /** Below every task's id. */
    private static final long KEY = -20_263;

    private final PostgresLocks locks;

    public PostgresLeadership(PostgresLogin login) {
        locks = new PostgresLocks(login, "crawl scheduler");
    }

    /** Whether this process leads; takes the lead when nobody has it. */
    boolean lead() {
        return locks.stillHeld(KEY) || locks.tryLock(KEY);
    }

    /** Tells the server that this process lives, while it does something that takes long. */
    public void ping() {
        locks.ping();
    }

    @Override
    public void close() {
        locks.close();
    }
}
