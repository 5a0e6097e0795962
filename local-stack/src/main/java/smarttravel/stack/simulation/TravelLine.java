package smarttravel.stack.simulation;

import java.text.Normalizer;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import smarttravel.events.Basis;
import smarttravel.events.Board;
import smarttravel.events.Kind;
import smarttravel.stack.simulation.Destination.Hotel;

/**
 * What a provider sells again on each departure day: a line of its catalogue.
 *
 * @param unitDollars usual price in USD per person; for hotels per person and night
 */
record TravelLine(
        SimulatedProvider provider,
        Kind kind,
        @Nullable String origin,
        Destination destination,
        @Nullable Integer nights,
        @Nullable Board board,
        @Nullable Hotel hotel,
        int unitDollars,
        List<DayOfWeek> departureDays) {

    static TravelLine packages(
            SimulatedProvider provider,
            String origin,
            Destination destination,
            int nights,
            Board board,
            Hotel hotel,
            int unitDollars,
            DayOfWeek day) {
        return new TravelLine(
                provider, Kind.PACKAGE, origin, destination, nights, board, hotel, unitDollars, List.of(day));
    }

    static TravelLine hotel(
            SimulatedProvider provider,
            Destination destination,
            int nights,
            Board board,
            Hotel hotel,
            int unitDollars,
            DayOfWeek day) {
        return new TravelLine(provider, Kind.HOTEL, null, destination, nights, board, hotel, unitDollars, List.of(day));
    }

    static TravelLine flights(
            SimulatedProvider provider, String origin, Destination destination, int unitDollars, DayOfWeek... days) {
        return new TravelLine(provider, Kind.FLIGHT, origin, destination, null, null, null, unitDollars, List.of(days));
    }

    int occupancy() {
        return kind == Kind.FLIGHT ? 1 : 2;
    }

    Basis basis() {
        return kind == Kind.FLIGHT ? Basis.PER_PERSON : provider.basis();
    }

    /** How many units (persons, or persons times nights) one amount pays for. */
    int unitsPerAmount() {
        int people = basis() == Basis.TOTAL ? occupancy() : 1;
        return kind == Kind.HOTEL && nights != null ? people * nights : people;
    }

    BookingCurve bookingCurve() {
        return switch (kind) {
            case FLIGHT -> BookingCurve.FLIGHT;
            case HOTEL -> BookingCurve.HOTEL;
            default -> BookingCurve.PACKAGE;
        };
    }

    /** The identity of the departure on that day, as the provider's pages would give it. */
    String offerId(LocalDate departure) {
        String id = provider.id() + "-" + (origin == null ? "" : origin + "-") + destination.code();
        if (hotel != null) {
            id += "-" + slug(hotel.name());
        }
        return id + "-" + departure + (nights == null ? "" : "-" + nights + "-" + board) + "-" + occupancy();
    }

    /** What the page's title says. */
    String title() {
        if (hotel == null || board == null) {
            return "Vuelo " + origin + " - " + destination.city();
        }
        String stay = nights + " noches " + boardText(board).toLowerCase(Locale.ROOT);
        return kind == Kind.HOTEL ? hotel.name() + ", " + stay : destination.city() + ": " + hotel.name() + ", " + stay;
    }

    String url(LocalDate departure) {
        String folder = switch (kind) {
            case FLIGHT -> "vuelos";
            case HOTEL -> "hoteles";
            default -> "paquetes";
        };
        return "https://" + provider.id() + ".example/" + folder + "/" + offerId(departure);
    }

    private static String slug(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        return plain.replaceAll("\\p{M}", "").replaceAll("[^a-z]+", "_");
    }

    static String boardText(Board board) {
        return switch (board) {
            case RO -> "Solo alojamiento";
            case BB -> "Desayuno incluido";
            case HB -> "Media pensión";
            case FB -> "Pensión completa";
            case AI -> "Todo incluido";
        };
    }
}
