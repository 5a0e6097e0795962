package smarttravel.ingest.fetching;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import smarttravel.ingest.fetching.hosts.HostPace;
import smarttravel.ingest.fetching.hosts.HostQueue;
import smarttravel.ingest.fetching.hosts.HostQueue.Place;
import smarttravel.ingest.fetching.hosts.Visit;
import smarttravel.ingest.fetching.hosts.Visit.Mood;
import smarttravel.ingest.fetching.http.Answer;
import smarttravel.ingest.fetching.http.Ask;
import smarttravel.ingest.fetching.http.ExchangeException;
import smarttravel.ingest.fetching.http.HttpExchange;
import smarttravel.ingest.fetching.http.RetryAfter;
import smarttravel.ingest.fetching.http.Target;

/** Sends requests, each in its turn at the host, and tells the gate how the host took it. */
final class HostVisits {
    /** How long a host is left alone that says "too many requests" and not for how long. */
    static final Duration UNTOLD = Duration.ofSeconds(30);

    private static final Duration UNDERWAY = Duration.ofMillis(100);

    private final HostQueue queue;
    private final HttpExchange exchange;
    private final Clock clock;

    HostVisits(HostQueue queue, HttpExchange exchange, Clock clock) {
        this.queue = queue;
        this.exchange = exchange;
        this.clock = clock;
    }

    /** What is done in a turn. */
    interface InTurn<T> {
        /** Asks through the given door at most once. */
        T ask(Door door) throws ExchangeException, InterruptedException;
    }

    /** The way to the host while the turn lasts. */
    interface Door {
        /** Sends the request. */
        Answer get(Ask ask) throws ExchangeException, InterruptedException;
    }

    /** Waits for a turn and uses it. */
    <T> T inTurn(Target target, HostPace pace, FetchBudget budget, InTurn<T> work)
            throws TurnTooLate, ExchangeException, InterruptedException {
        long asked = System.nanoTime();
        Place place = queue.await(target.hostKey(), pace, budget.patience());
        budget.spendPatience(since(asked));
        if (place instanceof Place.TooLate late) {
            throw new TurnTooLate(target.hostKey(), late.after());
        }
        Watched watched = new Watched(budget);
        try {
            return work.ask(watched);
        } finally {
            ((Place.Ours) place).permit().leave(watched.visit());
        }
    }

    /** How long the host wants to be left alone, empty when it did not say. */
    Optional<Duration> holdBack(Answer answer) {
        if (answer.status() != 429 && answer.status() != 503) {
            return Optional.empty();
        }
        Optional<Duration> told = RetryAfter.read(answer.all("retry-after"), clock.instant());
        return told.isEmpty() && answer.status() == 429 ? Optional.of(UNTOLD) : told;
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }

    /** Sees what the gate is told of the visit. */
    private final class Watched implements Door {
        private final FetchBudget budget;
        private Visit visit = Visit.NONE;

        Watched(FetchBudget budget) {
            this.budget = budget;
        }

        @Override
        public Answer get(Ask ask) throws ExchangeException, InterruptedException {
            long began = System.nanoTime();
            try {
                Answer answer = exchange.get(ask);
                visit = new Visit(
                        mood(answer),
                        sinceArrived(answer),
                        answer.latency(),
                        holdBack(answer).orElse(Duration.ZERO));
                return answer;
            } catch (ExchangeException e) {
                // it may have been sent at any moment until now
                visit = new Visit(Mood.FAILED, Duration.ZERO, since(began), Duration.ZERO);
                throw e;
            } finally {
                budget.spendWork(since(began));
            }
        }

        Visit visit() {
            return visit;
        }

        /** It was there before it was answered, and surely soon after it was sent: a slow answer does not count as a delay. */
        private Duration sinceArrived(Answer answer) {
            Duration underway = answer.latency().compareTo(UNDERWAY) > 0 ? UNDERWAY : answer.latency();
            return since(answer.sentNanos()).minus(underway);
        }

        private Mood mood(Answer answer) {
            return switch (answer.status()) {
                case 200 -> Mood.FINE;
                case 429, 503 -> Mood.OVERLOADED;
                default -> Mood.FAILED;
            };
        }
    }
}
