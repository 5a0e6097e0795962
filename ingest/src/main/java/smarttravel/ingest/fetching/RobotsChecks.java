package smarttravel.ingest.fetching;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import smarttravel.ingest.fetching.hosts.HostPace;
import smarttravel.ingest.fetching.http.Answer;
import smarttravel.ingest.fetching.http.Ask;
import smarttravel.ingest.fetching.http.Cookies;
import smarttravel.ingest.fetching.http.ExchangeException;
import smarttravel.ingest.fetching.http.ExchangeException.Problem;
import smarttravel.ingest.fetching.http.Overflow;
import smarttravel.ingest.fetching.http.Target;
import smarttravel.ingest.fetching.robots.RobotsFile;
import smarttravel.ingest.fetching.robots.RobotsRules;
import smarttravel.ingest.fetching.robots.RobotsStore;

/**
 * Knows what sites forbid. A site is asked for its robots.txt in a turn of its own, alone at the host, so that of several
 * processes one asks and the others find the answer.
 */
final class RobotsChecks {
    private static final int SITES = 10_000;

    private final RobotsStore store;
    private final HostVisits visits;
    private final Clock clock;
    private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();
    private final Cache<String, Parsed> parsed =
            Caffeine.newBuilder().maximumSize(SITES).build();

    RobotsChecks(RobotsStore store, HostVisits visits, Clock clock) {
        this.store = store;
        this.visits = visits;
        this.clock = clock;
    }

    /**
     * What the site says.
     *
     * @param patience how long to wait for turns
     */
    RobotsRules rules(Target page, HostPace pace, Duration patience)
            throws TurnTooLate, ExchangeException, InterruptedException {
        Parsed known = parsed.getIfPresent(page.authority());
        if (known != null && !isOld(known.file)) {
            return known.rules;
        }
        ReentrantLock asking = locks.computeIfAbsent(page.authority(), authority -> new ReentrantLock());
        if (!asking.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new TurnTooLate(page.hostKey(), pace.delay());
        }
        try {
            Optional<RobotsFile> kept = store.find(page.authority()).filter(file -> !isOld(file));
            Parsed fresh = new Parsed(kept.isPresent() ? kept.get() : ask(page, pace, patience));
            parsed.put(page.authority(), fresh);
            return fresh.rules;
        } finally {
            asking.unlock();
        }
    }

    private boolean isOld(RobotsFile file) {
        return file.goodUntil(clock.instant()).isEmpty();
    }

    private RobotsFile ask(Target page, HostPace pace, Duration patience)
            throws TurnTooLate, ExchangeException, InterruptedException {
        URI address = URI.create(page.authority() + "/robots.txt");
        FetchBudget budget = new FetchBudget(pace.longestFetch(), patience);
        RobotsFile before = store.find(page.authority()).orElse(RobotsFile.unknown(page.authority()));
        for (int hop = 0; hop <= Redirects.MOST; hop++) {
            Reply reply = visit(before, address, hop, page.privateNetwork(), pace, budget);
            if (reply.file != null) {
                return reply.file;
            }
            Optional<URI> next = reply.next;
            if (next.isEmpty()) {
                break;
            }
            address = next.get();
        }
        return kept(before.failed(clock.instant()));
    }

    private Reply visit(
            RobotsFile before, URI address, int hop, boolean privateNetwork, HostPace pace, FetchBudget budget)
            throws TurnTooLate, ExchangeException, InterruptedException {
        try {
            Target target = Target.of(address, privateNetwork);
            return visits.inTurn(target, pace.alone(), budget, door -> asked(before, target, budget, door));
        } catch (ExchangeException e) {
            if (hop == 0) {
                throw e;
            }
            return new Reply(null, Optional.empty());
        }
    }

    /** In the turn, until the answer is kept: whoever has the next turn finds it. */
    private Reply asked(RobotsFile before, Target target, FetchBudget budget, HostVisits.Door door)
            throws ExchangeException, InterruptedException {
        Optional<RobotsFile> meanwhile = store.find(before.authority()).filter(file -> !isOld(file));
        if (meanwhile.isPresent()) {
            return new Reply(meanwhile.get(), Optional.empty());
        }
        try {
            return read(before, target.address(), door.get(request(target, budget)));
        } catch (ExchangeException e) {
            if (e.problem() == Problem.ADDRESS) {
                throw e;
            }
            return new Reply(kept(before.failed(clock.instant())), Optional.empty());
        }
    }

    private static Ask request(Target target, FetchBudget budget) {
        return new Ask(target, Map.of(), RobotsFile.READ_BYTES, Overflow.CUT, budget.work(), Cookies.none(), 0);
    }

    private Reply read(RobotsFile before, URI address, Answer answer) {
        Instant now = clock.instant();
        if (Redirects.isOne(answer)) {
            return new Reply(null, Redirects.target(address, answer));
        }
        boolean rules = answer.status() / 100 == 2;
        boolean none = answer.status() / 100 == 4 && answer.status() != 429;
        RobotsFile after = rules || none ? before.answered(answer.status(), answer.body(), now) : before.failed(now);
        return new Reply(kept(after), Optional.empty());
    }

    private RobotsFile kept(RobotsFile file) {
        store.keep(file);
        return file;
    }

    /** A file, or where it is instead; neither when the answer made no sense. */
    private record Reply(@Nullable RobotsFile file, Optional<URI> next) {}

    private record Parsed(RobotsFile file, RobotsRules rules) {
        Parsed(RobotsFile file) {
            this(file, RobotsRules.of(file));
        }
    }
}
