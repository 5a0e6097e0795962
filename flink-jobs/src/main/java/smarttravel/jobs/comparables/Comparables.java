package smarttravel.jobs.comparables;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import smarttravel.jobs.money.Medians;

/**
 * Compares the offers of one holiday: those that depart within a day of one another and, for packages and hotels, are of the
 * same hotel. An offer that names no hotel has no comparables there.
 */
public final class Comparables {
    /** Days that departures may lie apart. */
    public static final int DAYS_APART = 1;
    /** Keys in {@link Standing#comparables}. */
    public static final int MOST_NAMED = 50;

    private static final Comparator<ComparableOffer> CHEAPEST = Comparator.comparing(
                    (ComparableOffer offer) -> !offer.isPriced())
            .thenComparingLong(ComparableOffer::scaledPrice)
            .thenComparing(ComparableOffer::key);

    private final HotelMatcher matcher;
    private final Collection<MatchDecision> decisions;

    /** With the word of analysts on hotels. */
    public Comparables(HotelMatcher matcher, Collection<MatchDecision> decisions) {
        this.matcher = matcher;
        this.decisions = List.copyOf(decisions);
    }

    /**
     * How the offers of one day stand.
     *
     * @param near every offer of the holiday that departs on the day or at most {@link #DAYS_APART} off it
     * @param changed keys of offers: only they and those they are compared with are asked for
     */
    public List<Standing> standings(Holiday holiday, long day, Collection<ComparableOffer> near, Set<String> changed) {
        List<Standing> standings = new ArrayList<>();
        for (Group group : groups(holiday, near)) {
            if (group.offers().stream().anyMatch(offer -> changed.contains(offer.key()))) {
                standings.addAll(group.standings(holiday, day));
            }
        }
        return standings;
    }

    private List<Group> groups(Holiday holiday, Collection<ComparableOffer> near) {
        if (!holiday.isInAHotel()) {
            return List.of(new Group(null, Map.of(), new ArrayList<>(near)));
        }
        Map<String, HotelListing> listings = new HashMap<>();
        for (ComparableOffer offer : near) {
            if (offer.hotel() != null) {
                listings.put(
                        offer.key(),
                        new HotelListing(offer.provider(), holiday.destination(), offer.hotel(), offer.stars()));
            }
        }
        MatchedHotels hotels = matcher.match(listings.values(), decisions);
        Map<HotelListing, Group> groups = new LinkedHashMap<>();
        List<Group> alone = new ArrayList<>();
        for (ComparableOffer offer : near) {
            HotelListing listing = listings.get(offer.key());
            if (listing == null) {
                alone.add(new Group(null, Map.of(), List.of(offer)));
                continue;
            }
            MatchedHotels.Membership membership = hotels.of(listing);
            Group group = groups.computeIfAbsent(
                    membership.hotel(), hotel -> new Group(hotel.name(), new HashMap<>(), new ArrayList<>()));
            group.offers().add(offer);
            group.confidences().put(offer.key(), membership.confidence());
        }
        alone.addAll(groups.values());
        return alone;
    }

    /** Offers that are compared with one another, whatever their day. */
    private record Group(@Nullable String hotel, Map<String, Double> confidences, List<ComparableOffer> offers) {
        List<Standing> standings(Holiday holiday, long day) {
            List<ComparableOffer> sorted = offers.stream().sorted(CHEAPEST).toList();
            List<ComparableOffer> priced =
                    sorted.stream().filter(ComparableOffer::isPriced).toList();
            Map<String, Long> cheapest = new TreeMap<>();
            priced.forEach(offer -> cheapest.putIfAbsent(offer.provider(), offer.scaledPrice()));
            String keys =
                    sorted.stream().limit(MOST_NAMED).map(ComparableOffer::key).collect(Collectors.joining("\n"));
            return sorted.stream()
                    .filter(offer -> offer.departureDay() == day)
                    .map(offer -> standing(holiday, offer, priced, cheapest, keys))
                    .toList();
        }

        private Standing standing(
                Holiday holiday,
                ComparableOffer offer,
                List<ComparableOffer> priced,
                Map<String, Long> cheapest,
                String keys) {
            double[] prices =
                    priced.stream().mapToDouble(ComparableOffer::unitUsd).toArray();
            long price = offer.scaledPrice();
            boolean isRanked = offer.isPriced();
            return new Standing(
                    holiday.key(),
                    offer,
                    hotel,
                    confidences.getOrDefault(offer.key(), Double.NaN),
                    priced.size(),
                    cheapest.size(),
                    isRanked ? rank(cheapest, offer.provider()) : 0,
                    isRanked ? count(priced, other -> other.scaledPrice() < price) : 0,
                    isRanked ? count(priced, other -> other.scaledPrice() == price) - 1 : 0,
                    prices.length == 0 ? Double.NaN : prices[0],
                    priced.isEmpty() ? null : firstCheapest(cheapest),
                    prices.length == 0 ? Double.NaN : Medians.ofSorted(prices),
                    offers.stream().mapToLong(ComparableOffer::observations).sum(),
                    keys);
        }

        private static int rank(Map<String, Long> cheapest, String provider) {
            long own = Objects.requireNonNull(cheapest.get(provider));
            return 1
                    + (int) cheapest.values().stream()
                            .filter(other -> other < own)
                            .count();
        }

        private static String firstCheapest(Map<String, Long> cheapest) {
            return cheapest.entrySet().stream()
                    .min(Map.Entry.comparingByValue())
                    .orElseThrow()
                    .getKey();
        }

        private static int count(List<ComparableOffer> priced, Predicate<ComparableOffer> which) {
            return (int) priced.stream().filter(which).count();
        }
    }
}
