package smarttravel.jobs.comparables;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Recognises one hotel under the names that several providers give it, by name, place and stars alone.
 *
 * <p>Two listings match when their confidence reaches the threshold: {@link NameSimilarity} of the names, less {@link
 * #PER_STAR} for every star beyond half a one that they disagree by, and 0 at another place or more than {@link
 * #MOST_STARS_APART} stars apart. Listings that match are one hotel, and so are their matches. An analyst's decision wins
 * over all of that. The order in which listings are given makes no difference.
 */
public final class HotelMatcher {
    /** Chosen on two thirds of the hotels of a real catalogue, see docs/analytics.md. */
    public static final double THRESHOLD = 0.80;

    static final double MOST_STARS_APART = 2;
    static final double PER_STAR = 0.06;
    private static final double SAME_STARS = 0.5;
    private static final Comparator<Link> SUREST = Comparator.comparingDouble(Link::confidence)
            .reversed()
            .thenComparingInt(Link::one)
            .thenComparingInt(Link::other);

    private final double threshold;
    private final Function<String, Place> places;
    private final RememberedSimilarity similarity;

    private record Link(int one, int other, double confidence) {}

    /**
     * With places from wherever.
     *
     * @param threshold least confidence of a match, above 0 to 1
     */
    public HotelMatcher(double threshold, Function<String, Place> places) {
        this(threshold, remembering(places), new RememberedSimilarity());
    }

    /** With the usual threshold and the places that are known by their codes. */
    public HotelMatcher() {
        this(THRESHOLD, Place::of);
    }

    private HotelMatcher(double threshold, Function<String, Place> places, RememberedSimilarity similarity) {
        if (!(threshold > 0 && threshold <= 1)) {
            throw new IllegalArgumentException("a threshold lies above 0 and is at most 1, not " + threshold);
        }
        this.threshold = threshold;
        this.places = places;
        this.similarity = similarity;
    }

    /** The same with another threshold. */
    HotelMatcher withThreshold(double other) {
        return new HotelMatcher(other, places, similarity);
    }

    private static Function<String, Place> remembering(Function<String, Place> places) {
        Map<String, Place> known = new HashMap<>();
        return code -> known.computeIfAbsent(code, places);
    }

    /** How sure it is that two listings are one hotel, 0 to 1, whatever the threshold. */
    public double confidence(HotelListing a, HotelListing b) {
        double starsApart = a.starsApart(b);
        if (!a.place().equals(b.place()) || starsApart > MOST_STARS_APART) {
            return 0;
        }
        double names = similarity.of(places.apply(a.place()), a.name(), b.name());
        return names * (1 - PER_STAR * Math.max(0, starsApart - SAME_STARS));
    }

    /** Sorts listings by hotel. */
    public MatchedHotels match(Collection<HotelListing> listings, Collection<MatchDecision> decisions) {
        Map<String, List<HotelListing>> byPlace = listings.stream()
                .distinct()
                .sorted(HotelListing.ORDER)
                .collect(Collectors.groupingBy(HotelListing::place, TreeMap::new, Collectors.toList()));
        Map<HotelListing, MatchedHotels.Membership> memberships = new HashMap<>();
        byPlace.values().forEach(block -> memberships.putAll(matchBlock(block, decisions)));
        return new MatchedHotels(memberships);
    }

    private Map<HotelListing, MatchedHotels.Membership> matchBlock(
            List<HotelListing> block, Collection<MatchDecision> decisions) {
        HotelSets sets = new HotelSets(block.size());
        List<Link> confirmed = decided(block, decisions, sets);
        List<Link> links = new ArrayList<>();
        for (int one = 0; one < block.size(); one++) {
            for (int other = one + 1; other < block.size(); other++) {
                double confidence = confidence(block.get(one), block.get(other));
                if (confidence >= threshold) {
                    links.add(new Link(one, other, confidence));
                }
            }
        }
        links.sort(SUREST);
        links.forEach(link -> sets.join(link.one(), link.other()));
        links.addAll(confirmed);
        return memberships(block, sets, links);
    }

    /** Splits before confirmations: of two decisions that contradict one another, the careful one holds. */
    private static List<Link> decided(List<HotelListing> block, Collection<MatchDecision> decisions, HotelSets sets) {
        Map<MatchDecision.Side, List<Integer>> places = placesBySide(block);
        List<Link> confirmed = new ArrayList<>();
        for (MatchDecision decision : decisions) {
            for (Link pair : pairs(decision, block, places)) {
                if (decision.verdict() == MatchDecision.Verdict.SPLIT) {
                    sets.keepApart(pair.one(), pair.other());
                } else {
                    confirmed.add(pair);
                }
            }
        }
        confirmed.sort(SUREST);
        confirmed.forEach(link -> sets.join(link.one(), link.other()));
        return confirmed;
    }

    private static Map<MatchDecision.Side, List<Integer>> placesBySide(List<HotelListing> block) {
        Map<MatchDecision.Side, List<Integer>> places = new HashMap<>();
        for (int place = 0; place < block.size(); place++) {
            places.computeIfAbsent(block.get(place).side(), side -> new ArrayList<>())
                    .add(place);
        }
        return places;
    }

    /** The listings that a decision is about: several when a provider lists a name with other stars too. */
    private static List<Link> pairs(
            MatchDecision decision, List<HotelListing> block, Map<MatchDecision.Side, List<Integer>> places) {
        List<Link> pairs = new ArrayList<>();
        for (int one : places.getOrDefault(decision.one(), List.of())) {
            for (int other : places.getOrDefault(decision.other(), List.of())) {
                if (one != other && block.get(one).place().equals(decision.place())) {
                    pairs.add(new Link(Math.min(one, other), Math.max(one, other), 1));
                }
            }
        }
        return pairs;
    }

    private static Map<HotelListing, MatchedHotels.Membership> memberships(
            List<HotelListing> block, HotelSets sets, List<Link> links) {
        double[] surest = new double[block.size()];
        for (Link link : links) {
            if (sets.firstOf(link.one()) == sets.firstOf(link.other())) {
                surest[link.one()] = Math.max(surest[link.one()], link.confidence());
                surest[link.other()] = Math.max(surest[link.other()], link.confidence());
            }
        }
        Map<HotelListing, MatchedHotels.Membership> memberships = new HashMap<>();
        for (int i = 0; i < surest.length; i++) {
            HotelListing hotel = block.get(sets.firstOf(i));
            memberships.put(block.get(i), new MatchedHotels.Membership(hotel, surest[i] == 0 ? Double.NaN : surest[i]));
        }
        return memberships;
    }
}
