package smarttravel.stack.sites;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Every request that a site got: whoever crawled it can be told how polite that was. */
public final class AccessLog {
    private final Queue<Visit> visits = new ConcurrentLinkedQueue<>();

    void add(Visit visit) {
        visits.add(visit);
    }

    /** Forgets everything so far. */
    public void clear() {
        visits.clear();
    }

    /** Every answered request, by the moment it came. */
    public List<Visit> visits() {
        return visits.stream()
                .sorted(Comparator.comparingLong(Visit::startNanos))
                .toList();
    }

    /** Those to pages that robots.txt forbids. */
    public List<Visit> forbidden() {
        return visits().stream().filter(visit -> Robots.forbids(visit.path())).toList();
    }

    /** How many requests were under way at the same time, at most. */
    public int mostAtOnce() {
        List<long[]> changes = new ArrayList<>();
        for (Visit visit : visits) {
            changes.add(new long[] {visit.startNanos(), 1});
            changes.add(new long[] {visit.endNanos(), -1});
        }
        changes.sort(Comparator.<long[]>comparingLong(change -> change[0]).thenComparingLong(change -> change[1]));
        int now = 0;
        int most = 0;
        for (long[] change : changes) {
            now += (int) change[1];
            most = Math.max(most, now);
        }
        return most;
    }

    /** The shortest time between the starts of two requests that meet the condition; empty for fewer than two. */
    public Optional<Duration> smallestGap(Predicate<Visit> counted) {
        List<Visit> inOrder = visits().stream().filter(counted).toList();
        Duration smallest = null;
        for (int i = 1; i < inOrder.size(); i++) {
            Duration gap = Duration.ofNanos(
                    inOrder.get(i).startNanos() - inOrder.get(i - 1).startNanos());
            smallest = smallest == null || gap.compareTo(smallest) < 0 ? gap : smallest;
        }
        return Optional.ofNullable(smallest);
    }

    /** How often each target was answered with that status. */
    public Map<String, Long> answersByTarget(int status) {
        return visits.stream()
                .filter(visit -> visit.status() == status)
                .collect(Collectors.groupingBy(Visit::target, TreeMap::new, Collectors.counting()));
    }

    /**
     * For each answer that asked to wait, the time until the next request to the site; none for the last.
     *
     * @return by the refused visit
     */
    public Map<Visit, Duration> waitsAfterRefusals() {
        List<Visit> inOrder = visits();
        return inOrder.stream()
                .filter(visit -> !visit.retryAfter().isZero())
                .filter(refused -> nextAfter(refused, inOrder).isPresent())
                .collect(Collectors.toMap(
                        Function.identity(),
                        refused -> Duration.ofNanos(
                                nextAfter(refused, inOrder).orElseThrow().startNanos() - refused.endNanos())));
    }

    private static Optional<Visit> nextAfter(Visit refused, List<Visit> inOrder) {
        return inOrder.stream()
                .filter(visit -> visit.startNanos() >= refused.endNanos())
                .findFirst();
    }
}
