package smarttravel.ingest.fetching;

import java.time.Duration;

/** What is left of the time that one fetch may take: separately for work, and for waiting its turn. One thread's. */
final class FetchBudget {
    private Duration work;
    private Duration patience;

    FetchBudget(Duration work, Duration patience) {
        this.work = work;
        this.patience = patience;
    }

    Duration work() {
        return work;
    }

    Duration patience() {
        return patience;
    }

    boolean hasFor(Duration pause) {
        return work.compareTo(pause) > 0;
    }

    void spendWork(Duration spent) {
        work = left(work, spent);
    }

    void spendPatience(Duration spent) {
        patience = left(patience, spent);
    }

    private static Duration left(Duration had, Duration spent) {
        return spent.compareTo(had) >= 0 ? Duration.ZERO : had.minus(spent);
    }
}
