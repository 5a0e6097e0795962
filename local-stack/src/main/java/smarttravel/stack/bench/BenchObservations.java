package smarttravel.stack.bench;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import smarttravel.events.Availability;
import smarttravel.events.Basis;
import smarttravel.events.Board;
import smarttravel.events.Kind;
import smarttravel.events.PriceObservation;

/**
 * Observations to measure with: package offers that are seen once a day and change their price on every third, with
 * every field that providers usually fill. The last day that they are seen on is yesterday, and none has departed, as in a
 * provider's feed. The same at every call of a day.
 *
 * @param skewPercent how many of the offers are all in one market; the others are spread over many
 */
record BenchObservations(int offers, int days, int skewPercent, LocalDate today) {
    private static final int SHORTEST_LEAD = 5;
    private static final int OFFERS_PER_MARKET = 200;
    private static final String[] DESTINATIONS = {"CUN", "PUJ", "GIG", "MIA", "MAD", "BRC", "IGR", "FLN", "SCL", "LIM"};
    private static final String[] ORIGINS = {"EZE", "AEP", "COR", "ROS", "MDZ"};

    /** How many there are. */
    long count() {
        return (long) offers * days;
    }

    /** Makes them day by day, as a crawler would. */
    void forEach(Consumer<PriceObservation> out) {
        SplittableRandom random = new SplittableRandom(1);
        int[] prices = random.ints(offers, 400, 4_000).toArray();
        for (int day = 0; day < days; day++) {
            for (int offer = 0; offer < offers; offer++) {
                if (random.nextInt(3) == 0) {
                    prices[offer] = Math.max(50, (int) (prices[offer] * (0.9 + 0.2 * random.nextDouble())));
                }
                out.accept(observation(offer, day, prices[offer]));
            }
        }
    }

    private PriceObservation observation(int offer, int day, int price) {
        int hotel = offer / OFFERS_PER_MARKET;
        int market = offer < (long) offers * skewPercent / 100 ? 0 : hotel;
        String destination = DESTINATIONS[market % DESTINATIONS.length];
        String origin = ORIGINS[market / DESTINATIONS.length % ORIGINS.length];
        LocalDate departure = today.plusDays(SHORTEST_LEAD + offer % OFFERS_PER_MARKET);
        return new PriceObservation(
                "bench",
                destination + "-" + offer + "-" + departure + "-7-AI",
                Kind.PACKAGE,
                "Paquete " + destination + " 7 noches todo incluido",
                origin,
                destination,
                "MX",
                "Hotel " + hotel,
                4.0,
                Board.AI,
                "Todo incluido",
                7,
                departure,
                2,
                Basis.PER_PERSON,
                BigDecimal.valueOf(price),
                "USD",
                null,
                null,
                true,
                Availability.AVAILABLE,
                null,
                8.5,
                120,
                "https://bench.example/paquetes/" + offer,
                today.minusDays(days - day)
                        .atTime(6, 0)
                        .toInstant(ZoneOffset.UTC)
                        .plusSeconds(offer % 3_600),
                null);
    }
}
