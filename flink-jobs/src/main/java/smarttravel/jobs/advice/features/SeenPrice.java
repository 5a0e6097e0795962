package smarttravel.jobs.advice.features;

import org.jspecify.annotations.Nullable;
import smarttravel.events.Availability;
import smarttravel.events.Basis;
import smarttravel.events.Kind;
import smarttravel.events.Market;
import smarttravel.events.PriceObservation;

/**
 * What advice keeps of one observation: a price of one offer of one route in the route's currency.
 *
 * @param offer the offer's key
 * @param departure epoch day
 * @param seller stands for the airline's or product's name; {@link #UNKNOWN_SELLER} when it is not said
 * @param price per person (hotels: and night) in its own currency; {@code NaN} when sold out
 * @param seatsLeft {@code NaN} when it is not said
 * @param second epoch second of the observation
 */
public record SeenPrice(String offer, long departure, int seller, double price, float seatsLeft, long second) {
    /** The seller's number when no name is known. */
    public static final int UNKNOWN_SELLER = 0;

    /** Reads an observation; its route is {@link #route}. */
    public static SeenPrice of(PriceObservation seen) {
        return new SeenPrice(
                seen.key(),
                seen.departure().toEpochDay(),
                seen.name() == null ? UNKNOWN_SELLER : seen.name().hashCode(),
                price(seen),
                seen.seatsLeft() == null ? Float.NaN : seen.seatsLeft(),
                seen.observedAt().getEpochSecond());
    }

    /** Market and currency: offers that share both are one another's neighbours. Absent without a currency. */
    public static @Nullable String route(PriceObservation seen) {
        return seen.currency() == null ? null : Market.of(seen) + "/" + seen.currency();
    }

    /** Whether it could not be bought. */
    public boolean isSoldOut() {
        return Double.isNaN(price);
    }

    private static double price(PriceObservation seen) {
        if (seen.amount() == null || seen.availability() == Availability.SOLD_OUT) {
            return Double.NaN;
        }
        double unit = seen.amount().doubleValue();
        if (seen.basis() == Basis.TOTAL && seen.occupancy() != null) {
            unit /= seen.occupancy();
        }
        return seen.kind() == Kind.HOTEL && seen.nights() != null ? unit / seen.nights() : unit;
    }
}
