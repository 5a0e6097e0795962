package smarttravel.stack.testing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import smarttravel.events.Availability;
import smarttravel.events.Basis;
import smarttravel.events.Kind;
import smarttravel.events.PriceObservation;

/** A flight on sale at a shop of the tests, of which prices are seen. */
public record Fare(String offerId, String destination, LocalDate departure) {
    /** The shop. */
    public static final String PROVIDER = "shop";

    /** One price of it. */
    public PriceObservation seen(Instant at, String amount, String currency) {
        return new PriceObservation(
                PROVIDER,
                offerId,
                Kind.FLIGHT,
                null,
                "EZE",
                destination,
                null,
                null,
                null,
                null,
                null,
                null,
                departure,
                1,
                Basis.PER_PERSON,
                new BigDecimal(amount),
                currency,
                null,
                null,
                null,
                Availability.AVAILABLE,
                null,
                null,
                null,
                null,
                at,
                null);
    }

    /** One price of it in USD, seen on a day at midnight. */
    public PriceObservation seen(LocalDate day, String amount) {
        return seen(Instant.parse(day + "T00:00:00Z"), amount, "USD");
    }
}
