package smarttravel.jobs.advice.features;

import static smarttravel.jobs.advice.features.Feature.*;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Turns what a route's state knows of an offer at one moment into a model's row. The only place where that is done, for
 * learning, backtest and serving alike.
 */
public final class AdviceFeatures {
    /** Changes whenever a column is added, moved or computed in another way; a model serves only its own version. */
    public static final int VERSION = 1;

    /** Only offers that depart so many days before or after have a part in an offer's row. */
    public static final int NEIGHBOURS_WITHIN_DAYS = Neighbourhood.WIDE_DAYS;

    private AdviceFeatures() {}

    /** The columns' names in order. */
    public static List<String> names() {
        return Arrays.stream(Feature.values()).map(Enum::name).toList();
    }

    /**
     * One row.
     *
     * @param route has taken in everything that was seen at or before this moment, and nothing later
     * @param offer one that has a price
     * @param second epoch second of the moment
     */
    public static float[] of(RouteState route, String offer, long second) {
        OfferTrack own = Objects.requireNonNull(route.track(offer));
        float[] row = new float[Feature.COUNT];
        Arrays.fill(row, Float.NaN);
        calendar(own, second, row);
        OwnHistory.fill(own, second, row);
        SellerHistory.fill(own, row);
        new Neighbourhood(route, own, second).fill(row);
        ROUTE_VOLATILITY.put(row, route.habit().volatility());
        ROUTE_RISES_UNDONE.put(row, route.habit().risesUndone());
        ROUTE_HIGHS_FALLING.put(row, route.habit().highsFalling());
        return row;
    }

    private static void calendar(OfferTrack own, long second, float[] row) {
        LocalDate today = Instant.ofEpochSecond(second).atZone(ZoneOffset.UTC).toLocalDate();
        LocalDate departure = LocalDate.ofEpochDay(own.departure());
        LEAD_DAYS.put(row, (double) (own.departure() - today.toEpochDay()));
        WEEKDAY_SEEN.put(row, today.getDayOfWeek().getValue());
        WEEKDAY_OF_DEPARTURE.put(row, departure.getDayOfWeek().getValue());
        MONTH_OF_DEPARTURE.put(row, departure.getMonthValue());
        SEATS_LEFT.put(row, own.seatsLeft());
    }
}
