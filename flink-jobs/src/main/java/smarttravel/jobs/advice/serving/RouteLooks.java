package smarttravel.jobs.advice.serving;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import smarttravel.jobs.advice.features.AdviceFeatures;
import smarttravel.jobs.advice.features.OfferTrack;
import smarttravel.jobs.advice.features.RouteState;
import smarttravel.jobs.advice.features.SeenPrice;
import smarttravel.jobs.advice.policy.AdvicePolicy;

/**
 * Takes the looks at one route in order of time, and asks about the last price of every offer with what was known at its
 * moment: everything seen then or before, nothing later.
 *
 * <p>The route's clock is its newest look. A price that is older than the clock by more than an hour comes too late to be
 * advised on: the route knows already what came after. When more is seen at the very moment of the clock, the others of
 * that moment are asked about again.
 */
final class RouteLooks {
    static final long SECONDS_A_DAY = 86_400;
    /** Providers of one route are fetched one after the other, so its looks come a little out of order. */
    private static final long TOO_LATE_SECONDS = 3_600;

    private static final Comparator<SeenPrice> IN_TIME =
            Comparator.comparingLong(SeenPrice::second).thenComparing(SeenPrice::offer);

    private final RouteState route;
    private final List<Question> questions = new ArrayList<>();
    private final Map<String, Integer> lastOf = new HashMap<>();
    private final List<SeenPrice> looks;
    private long clock;
    private long taken;

    private RouteLooks(RouteState route, long clock, long taken, List<SeenPrice> looks) {
        this.route = route;
        this.clock = clock;
        this.taken = taken;
        this.looks = looks.stream().sorted(IN_TIME).toList();
        for (int i = 0; i < this.looks.size(); i++) {
            lastOf.put(this.looks.get(i).offer(), i);
        }
    }

    /**
     * Takes some looks.
     *
     * @param route holds at least the neighbours of everything that is asked about: what departs within {@link
     *     AdviceFeatures#NEIGHBOURS_WITHIN_DAYS} of the looks, and within twice that when some were seen at the clock's moment
     * @param clock see {@link RouteMemory#clock}
     * @param taken see {@link RouteMemory#looks}
     */
    static RouteLooks take(RouteState route, long clock, long taken, List<SeenPrice> looks) {
        RouteLooks order = new RouteLooks(route, clock, taken, looks);
        order.takeAll();
        return order;
    }

    private void takeAll() {
        for (int start = 0; start < looks.size(); ) {
            int end = start;
            while (end < looks.size()
                    && looks.get(end).second() == looks.get(start).second()) {
                end++;
            }
            takeMoment(start, end);
            start = end;
        }
    }

    private void takeMoment(int start, int end) {
        long second = looks.get(start).second();
        boolean isAgain = second == clock;
        advance(second);
        for (SeenPrice look : looks.subList(start, end)) {
            observe(look);
        }
        if (clock - second > TOO_LATE_SECONDS) {
            return;
        }
        for (int i = start; i < end; i++) {
            SeenPrice look = looks.get(i);
            if (Objects.equals(lastOf.get(look.offer()), i) && !look.isSoldOut() && !isDeparted(look)) {
                questions.add(question(look));
            }
        }
        if (isAgain) {
            askOthersAgain(second, looks.subList(start, end));
        }
    }

    private void advance(long second) {
        if (second > clock) {
            clock = second;
            route.forgetBefore(today());
        }
    }

    private void observe(SeenPrice look) {
        OfferTrack known = route.track(look.offer());
        boolean isTwice = known != null && known.size() > 0 && known.lastSecond() >= look.second();
        if (!isDeparted(look) && !isTwice) {
            route.observe(look);
            taken++;
        }
    }

    private boolean isDeparted(SeenPrice look) {
        return look.departure() < today();
    }

    /** Asks about those of the moment that have one of the new looks for a neighbour. */
    private void askOthersAgain(long second, List<SeenPrice> newLooks) {
        TreeSet<Long> departures = new TreeSet<>();
        newLooks.forEach(look -> departures.add(look.departure()));
        for (String offer : route.pricedAt(second)) {
            OfferTrack track = Objects.requireNonNull(route.track(offer));
            boolean isNeighbour = !departures
                    .subSet(
                            track.departure() - AdviceFeatures.NEIGHBOURS_WITHIN_DAYS,
                            true,
                            track.departure() + AdviceFeatures.NEIGHBOURS_WITHIN_DAYS,
                            true)
                    .isEmpty();
            if (isNeighbour && !lastOf.containsKey(offer)) {
                questions.add(question(new SeenPrice(
                        offer, track.departure(), track.lastSeller(), track.lastPrice(), track.seatsLeft(), second)));
            }
        }
    }

    private Question question(SeenPrice look) {
        int earlier = Objects.requireNonNull(route.track(look.offer())).size() - 1;
        return earlier < AdvicePolicy.LEAST_OBSERVATIONS
                ? new Question(look, earlier, 0, new float[0], taken)
                : new Question(
                        look,
                        earlier,
                        route.neighbours(look.offer(), clock),
                        AdviceFeatures.of(route, look.offer(), clock),
                        taken);
    }

    /** What is to be answered. */
    List<Question> questions() {
        return questions;
    }

    /** The epoch day of the clock. */
    long today() {
        return Math.floorDiv(clock, SECONDS_A_DAY);
    }

    /** What is to be kept beside the offers. */
    RouteMemory memory() {
        return new RouteMemory(clock, taken, route.keptHabit());
    }
}
