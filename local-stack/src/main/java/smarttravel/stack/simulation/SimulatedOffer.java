package smarttravel.stack.simulation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import smarttravel.events.Availability;
import smarttravel.events.Market;
import smarttravel.events.PriceObservation;
import smarttravel.stack.simulation.Destination.Hotel;

/** One departure of a line, and what its page shows whenever it is read. */
final class SimulatedOffer {
    private static final long DAY_SECONDS = 86_400;
    private static final int SEATS_SHOWN_FROM = 30;

    private final TravelLine line;
    private final LocalDate departure;
    private final Sale sale;
    private final int secondOfDay;
    private final PricePath path;
    private final Plant plant;
    private final String offerId;

    /** @param secondOfDay when in the day, UTC, its page is read */
    SimulatedOffer(TravelLine line, LocalDate departure, Sale sale, int secondOfDay, PricePath path, Plant plant) {
        this.line = line;
        this.departure = departure;
        this.sale = sale;
        this.secondOfDay = secondOfDay;
        this.path = path;
        this.plant = plant;
        this.offerId = line.offerId(departure);
    }

    Sale sale() {
        return sale;
    }

    TravelLine line() {
        return line;
    }

    LocalDate departure() {
        return departure;
    }

    PricePath path() {
        return path;
    }

    Plant plant() {
        return plant;
    }

    int secondOfDay() {
        return secondOfDay;
    }

    String offerId() {
        return offerId;
    }

    String market() {
        return Market.of(read(sale.firstDay()));
    }

    Instant readAt(long day) {
        return Instant.ofEpochSecond(day * DAY_SECONDS + secondOfDay);
    }

    boolean isSoldOut(long day) {
        return plant.amount(day, path::amount).isEmpty();
    }

    /** What reading the page gives on that epoch day. */
    PriceObservation read(long day) {
        OptionalLong amount = plant.amount(day, path::amount);
        boolean soldOut = amount.isEmpty();
        Hotel hotel = line.hotel();
        return new PriceObservation(
                line.provider().id(),
                offerId,
                line.kind(),
                line.title(),
                line.origin(),
                line.destination().code(),
                line.destination().country(),
                hotel == null ? null : hotel.name(),
                hotel == null ? null : (Double) hotel.stars(),
                line.board(),
                line.board() == null ? null : TravelLine.boardText(line.board()),
                line.nights(),
                departure,
                line.occupancy(),
                line.basis(),
                money(amount),
                soldOut ? null : line.provider().currency(),
                null,
                line.provider().claimsListPrices() ? money(plant.claimedBefore(day, path::amount)) : null,
                true,
                soldOut ? Availability.SOLD_OUT : Availability.AVAILABLE,
                soldOut ? null : seatsLeft(day),
                hotel == null ? null : hotel.rating(),
                hotel == null ? null : hotel.reviews(),
                line.url(departure),
                readAt(day),
                line.provider().id() + "-" + LocalDate.ofEpochDay(day));
    }

    /** Whole units with the two decimals that pages show; absent when there are none. */
    static @Nullable BigDecimal money(OptionalLong wholeUnits) {
        return wholeUnits.isEmpty() ? null : money(wholeUnits.getAsLong());
    }

    static BigDecimal money(long wholeUnits) {
        return BigDecimal.valueOf(wholeUnits).setScale(2);
    }

    private @Nullable Integer seatsLeft(long day) {
        if (plant instanceof Plant.SoldOut gone
                && day < gone.fromDay()
                && day >= gone.fromDay() - Plant.SoldOut.RUNNING_OUT_DAYS) {
            return (int) (gone.fromDay() - day + 1) / 2;
        }
        long lead = departure.toEpochDay() - day;
        return line.provider().countsSeats() && lead <= SEATS_SHOWN_FROM ? 6 + (int) lead / 3 : null;
    }
}
