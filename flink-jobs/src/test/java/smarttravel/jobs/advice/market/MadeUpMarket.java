package smarttravel.jobs.advice.market;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import smarttravel.events.Availability;
import smarttravel.events.Kind;
import smarttravel.events.PriceObservation;

/** Routes whose prices jump up by a quarter now and then and fall back within days: waiting at a high price pays. */
public final class MadeUpMarket {
    /** When prices are seen first. */
    public static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

    private MadeUpMarket() {}

    /** Prices by the time they were seen, the same for the same seed. */
    public static List<PriceObservation> prices(int routes, int departures, int days, long seed) {
        List<PriceObservation> prices = new ArrayList<>();
        for (int route = 0; route < routes; route++) {
            for (int departure = 0; departure < departures; departure++) {
                SplittableRandom random = new SplittableRandom(seed * 1_000_003 + route * 1_009L + departure);
                double level = 200 + 40 * route + random.nextInt(30);
                boolean isHigh = false;
                for (int day = 0; day < days; day++) {
                    isHigh = random.nextDouble() < (isHigh ? 0.5 : 0.15);
                    double price = level * (isHigh ? 1.25 : 1) * (1 + 0.004 * random.nextInt(3));
                    prices.add(priced(route, departure, Duration.ofDays(day), price));
                }
            }
        }
        prices.sort(Comparator.comparing(PriceObservation::observedAt));
        return prices;
    }

    /** One price of the offer of a route that departs so many days after day 60. */
    public static PriceObservation priced(int route, int departure, Duration sinceStart, double price) {
        return seen("R" + route + "-" + departure, route, departure, sinceStart, cents(price));
    }

    /** The same for one of many offers that depart on that day. */
    public static PriceObservation priced(String offerId, int route, int departure, Duration sinceStart, double price) {
        return seen(offerId, route, departure, sinceStart, cents(price));
    }

    private static BigDecimal cents(double price) {
        return BigDecimal.valueOf(price).setScale(2, RoundingMode.HALF_UP);
    }

    /** The same offer without a price. */
    public static PriceObservation soldOut(int route, int departure, Duration sinceStart) {
        return seen("R" + route + "-" + departure, route, departure, sinceStart, null);
    }

    private static PriceObservation seen(
            String offerId, int route, int departure, Duration sinceStart, @Nullable BigDecimal amount) {
        return new PriceObservation(
                "acme",
                offerId,
                Kind.FLIGHT,
                "Aero",
                "EZE",
                "R" + (char) ('A' + route % 26) + (char) ('A' + route / 26),
                null,
                null,
                null,
                null,
                null,
                null,
                LocalDate.of(2026, 5, 1).plusDays(departure),
                null,
                null,
                amount,
                amount == null ? null : "USD",
                null,
                null,
                null,
                amount == null ? Availability.SOLD_OUT : Availability.AVAILABLE,
                null,
                null,
                null,
                null,
                START.plus(sinceStart),
                null);
    }
}
