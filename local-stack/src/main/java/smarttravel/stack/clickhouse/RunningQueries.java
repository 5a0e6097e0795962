package smarttravel.stack.clickhouse;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The requests that are inside the engine, so that they can be cancelled one by one or all at the end. */
final class RunningQueries {
    private final Set<Query> queries = ConcurrentHashMap.newKeySet();
    private volatile boolean closing;

    /** Announces a query; to be closed when it has left the engine. */
    Query begin(String key) throws EngineException {
        Query query = new Query(key);
        queries.add(query);
        if (closing) {
            query.close();
            throw EngineException.of(EngineError.ABORTED, "The engine is shutting down");
        }
        return query;
    }

    /** Marks all queries of that key as cancelled. */
    Set<Query> cancel(String key) {
        Set<Query> found = ConcurrentHashMap.newKeySet();
        queries.stream().filter(query -> query.key.equals(key)).forEach(found::add);
        found.forEach(Query::cancel);
        return found;
    }

    /** Lets no further query in and marks all as cancelled. */
    Set<Query> cancelAll() {
        closing = true;
        queries.forEach(Query::cancel);
        return Set.copyOf(queries);
    }

    /** One request inside the engine. */
    final class Query implements AutoCloseable {
        private final String key;
        private final CountDownLatch ended = new CountDownLatch(1);
        private volatile boolean cancelled;

        private Query(String key) {
            this.key = key;
        }

        String key() {
            return key;
        }

        private void cancel() {
            cancelled = true;
        }

        void checkNotCancelled() throws EngineException {
            if (cancelled) {
                throw EngineException.of(EngineError.QUERY_WAS_CANCELLED, "Query was cancelled");
            }
        }

        /** Whether it has left the engine within that time. */
        boolean endsWithin(Duration wait) {
            try {
                return ended.await(wait.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return ended.getCount() == 0;
            }
        }

        @Override
        public void close() {
            queries.remove(this);
            ended.countDown();
        }
    }
}
