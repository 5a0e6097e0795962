package smarttravel.jobs.advice.serving;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import smarttravel.jobs.advice.features.AdviceFeatures;
import smarttravel.jobs.advice.features.OfferTrack;
import smarttravel.jobs.advice.features.RouteState;
import smarttravel.jobs.advice.features.SeenPrice;
import smarttravel.jobs.advice.policy.AdvicePolicy;

/**
 * Takes the looks at one route in order of time, and asks about prices with what was known at its moment: everything
 * seen then or before, nothing later.
 *
 * <p>Of the looks at one offer that are taken together only the newest is asked about: advice is for who may still follow
 * it. Who keeps up with the market takes each look by itself; in a history that is loaded the others are overtaken.
 *
 * <p>The route's clock is its newest look. A price that is older than the clock by more than an hour comes too late to be
 * advised on; a nearer one is asked about without the neighbours that were seen after it. When more is seen at the very
 * moment of the clock, the neighbours of what is new are asked about again.
 */
final class RouteLooks {
    static final long SECONDS_A_DAY = 86_400;
    /** Providers of one route are fetched one after the other, so its looks come a little out of order. */
    private static final long TOO_LATE_SECONDS = 3_600;

    private static final Comparator<SeenPrice> IN_TIME =
            Comparator.comparingLong(SeenPrice::second).thenComparing(SeenPrice::offer);

    private final RouteState route;
    private final List<Question> questions = new ArrayList<>();
    private final List<SeenPrice> looks;
    private final Map<String, Long> newest = new HashMap<>();
    private long clock;
    private long taken;

    private RouteLooks(RouteState route, long clock, long taken, List<SeenPrice> looks) {
        this.route = route;
        this.clock = clock;
        this.taken = taken;
        this.looks = looks;
        looks.stream()
                .filter(look -> look.departure() >= Math.floorDiv(look.second(), SECONDS_A_DAY))
                .forEach(look -> newest.merge(look.offer(), look.second(), Math::max));
    }

    /** In the order in which they are taken, which is the trainer's. */
    static List<SeenPrice> inTime(List<SeenPrice> looks) {
        return looks.stream().sorted(IN_TIME).toList();
    }

    /**
     * Takes some looks.
     *
     * @param route holds at least the neighbours of everything that is asked about: what departs within {@link
     *     AdviceFeatures#NEIGHBOURS_WITHIN_DAYS} of the looks, and within twice that when some were seen at the clock's moment
     * @param clock see {@link RouteMemory#clock}
     * @param taken see {@link RouteMemory#looks}
     * @param looks see {@link #inTime}
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
        List<SeenPrice> news =
                looks.subList(start, end).stream().filter(this::observe).toList();
        if (clock - second > TOO_LATE_SECONDS) {
            return;
        }
        for (SeenPrice look : news) {
            if (!look.isSoldOut() && !isOvertaken(look.offer(), second)) {
                questions.add(question(look));
            }
        }
        if (isAgain) {
            askOthersAgain(second, news);
        }
    }

    private void advance(long second) {
        if (second > clock) {
            clock = second;
            route.forgetBefore(today());
        }
    }

    /** Takes a look in; not one that was taken before. */
    private boolean observe(SeenPrice look) {
        OfferTrack known = route.track(look.offer());
        boolean isTwice = known != null && known.size() > 0 && known.lastSecond() >= look.second();
        if (isDeparted(look) || isTwice) {
            return false;
        }
        route.observe(look);
        taken++;
        return true;
    }

    private boolean isOvertaken(String offer, long second) {
        return newest.getOrDefault(offer, second) > second;
    }

    private boolean isDeparted(SeenPrice look) {
        return look.departure() < today();
    }

    /** Asks about those of the moment that have one of the new looks for a neighbour. */
    private void askOthersAgain(long second, List<SeenPrice> news) {
        TreeSet<Long> departures = new TreeSet<>();
        Set<String> asked = new HashSet<>();
        for (SeenPrice look : news) {
            departures.add(look.departure());
            asked.add(look.offer());
        }
        for (String offer : route.pricedAt(second)) {
            OfferTrack track = Objects.requireNonNull(route.track(offer));
            boolean isNeighbour = !departures
                    .subSet(
                            track.departure() - AdviceFeatures.NEIGHBOURS_WITHIN_DAYS,
                            true,
                            track.departure() + AdviceFeatures.NEIGHBOURS_WITHIN_DAYS,
                            true)
                    .isEmpty();
            if (isNeighbour && !asked.contains(offer)) {
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
                        route.neighbours(look.offer(), look.second()),
                        AdviceFeatures.of(route, look.offer(), look.second()),
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
