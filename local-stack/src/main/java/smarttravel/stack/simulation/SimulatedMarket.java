package smarttravel.stack.simulation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import smarttravel.events.FxKind;
import smarttravel.events.FxRate;
import smarttravel.events.PriceObservation;

/**
 * The price history of a travel market that never was, with its truth: the demo has something to show, and whoever
 * analyses it can be measured. The same arguments give the same bytes on every machine.
 *
 * <p>What is kept in memory is the offers, not their observations: those are made as they are asked for.
 */
public final class SimulatedMarket {
    private static final int DEMO_DAYS = 540;
    /** The first departure lies this far into the history, so that no offer's history is a day or two. */
    private static final int FIRST_DEPARTURE = 7;

    private static final int SECONDS_PER_READING = 2;
    /** A provider's day of reading ends within the hour, before the next provider's begins. */
    private static final int READINGS_PER_HOUR = 1_800;

    private static final int RESTLESS_PERCENT = 8;

    private final LocalDate firstDay;
    private final LocalDate lastDay;
    private final PesoPath peso;
    private final List<SimulatedOffer> offers;

    private SimulatedMarket(long seed, LocalDate firstDay, int days, MarketSize size, int flappingPercent) {
        this.firstDay = firstDay;
        this.lastDay = firstDay.plusDays(days - 1L);
        this.peso = new PesoPath(seed, firstDay, days);
        this.offers = new ArrayList<>();
        for (TravelLine line : Catalogue.of(size)) {
            LocalDate until = lastDay.plusDays(size.openDays());
            firstDay.plusDays(FIRST_DEPARTURE)
                    .datesUntil(until.plusDays(1))
                    .filter(day -> line.departureDays().contains(day.getDayOfWeek()))
                    .forEach(day -> offers.add(offer(seed, line, day, size, flappingPercent)));
        }
        offers.sort(Comparator.comparingInt(SimulatedOffer::secondOfDay).thenComparing(SimulatedOffer::offerId));
    }

    /**
     * A market.
     *
     * @param firstDay the first day whose prices were seen
     * @param days how many days of history, at least 30
     */
    public static SimulatedMarket of(long seed, LocalDate firstDay, int days, MarketSize size) {
        return new SimulatedMarket(seed, firstDay, atLeast30(days), size, 0);
    }

    /** The same market in which moreover the fares of some {@value #RESTLESS_PERCENT} % of the offers alternate for a time. */
    public static SimulatedMarket restless(long seed, LocalDate firstDay, int days, MarketSize size) {
        return new SimulatedMarket(seed, firstDay, atLeast30(days), size, RESTLESS_PERCENT);
    }

    private static int atLeast30(int days) {
        if (days < 30) {
            throw new IllegalArgumentException("A market wants at least 30 days of history, not " + days);
        }
        return days;
    }

    /** What the demo replays: eighteen months that end with {@code lastDay}. */
    public static SimulatedMarket demo(long seed, LocalDate lastDay) {
        return of(seed, lastDay.minusDays(DEMO_DAYS - 1L), DEMO_DAYS, MarketSize.DEMO);
    }

    /** Every observation by the time it was made; one offer's times strictly increase. Each call starts anew. */
    public Stream<PriceObservation> observations() {
        return LongStream.rangeClosed(firstDay.toEpochDay(), lastDay.toEpochDay())
                .boxed()
                .flatMap(day -> offers.stream()
                        .filter(offer -> offer.sale().isRead(day))
                        .map(offer -> offer.read(day)));
    }

    /** What the providers' pages show on that day, by provider and identity; nothing outside the history. */
    public List<PriceObservation> onSale(LocalDate day) {
        return offers.stream()
                .filter(offer -> offer.sale().isRead(day.toEpochDay()))
                .sorted(Comparator.comparing(SimulatedOffer::offerId))
                .map(offer -> offer.read(day.toEpochDay()))
                .toList();
    }

    /** What travellers call the destinations that are sold, by code. */
    public SortedMap<String, String> cities() {
        SortedMap<String, String> cities = new TreeMap<>();
        for (SimulatedOffer offer : offers) {
            cities.put(
                    offer.line().destination().code(),
                    offer.line().destination().city());
        }
        return cities;
    }

    /** What was planted, and what whoever knows only the observations should find. */
    public MarketTruth truth() {
        return StatedTruth.of(offers, peso, lastDay);
    }

    /** What a peso was worth on each day, as its providers reckon. */
    public List<FxRate> rates() {
        return peso.byDay().entrySet().stream()
                .map(rate -> new FxRate(
                        "ARS",
                        FxKind.OFFICIAL,
                        rate.getKey(),
                        BigDecimal.ONE.divide(rate.getValue(), MathContext.DECIMAL64)))
                .toList();
    }

    /** The first day of the history. */
    public LocalDate firstDay() {
        return firstDay;
    }

    /** The last day of the history. */
    public LocalDate lastDay() {
        return lastDay;
    }

    private SimulatedOffer offer(
            long seed, TravelLine line, LocalDate departure, MarketSize size, int flappingPercent) {
        Dice dice = new Dice(seed, line.offerId(departure));
        LocalDate published = departure.minusDays(dice.between(size.shortestSale(), size.longestSale()));
        Sale sale = new Sale(
                Math.max(firstDay.toEpochDay(), published.toEpochDay()),
                Math.min(lastDay.toEpochDay(), departure.toEpochDay()),
                departure.toEpochDay());
        double season = line.destination().seasonFactor(seed, departure.getMonth());
        int second = line.provider().crawlHour() * 3_600 + dice.between(0, READINGS_PER_HOUR - 1) * SECONDS_PER_READING;
        PricePath path = new PricePath(line, sale, season, peso, dice);
        Plant plant = new PlantChoice(line.provider(), sale, dice).choose();
        Dice own = new Dice(seed, "flapping " + line.offerId(departure));
        boolean flaps = own.between(1, 100) <= flappingPercent;
        return new SimulatedOffer(
                line,
                departure,
                sale,
                second,
                path,
                flaps ? new PlantChoice(line.provider(), sale, own).flapping() : plant);
    }
}
