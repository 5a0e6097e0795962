package smarttravel.ingest.structured;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import smarttravel.events.Kind;
import smarttravel.ingest.offers.ExtractedOffer;
import smarttravel.ingest.offers.OfferField;
import smarttravel.ingest.structured.items.Item;

/** What markup says about a trip, a stay or an event: kind, places, dates, hotel. */
final class TripFields {
    private static final Set<String> LODGING = Set.of(
            "Hotel", "LodgingBusiness", "Hostel", "Motel", "Resort", "BedAndBreakfast", "VacationRental", "Campground");
    private static final Set<String> ROOMS = Set.of(
            "HotelRoom", "Suite", "Room", "Accommodation", "Apartment", "House", "LodgingReservation", "CampingPitch");
    private static final Set<String> TRIPS = Set.of("TouristTrip", "Trip");
    private static final Set<String> CRUISES = Set.of("BoatTrip", "BoatReservation");
    private static final Set<String> FLIGHTS = Set.of("Flight", "FlightReservation");
    private static final Set<String> ACTIVITIES = Set.of("TouristAttraction", "Festival", "EventReservation");
    private static final Pattern IATA = Pattern.compile("[A-Z]{3}");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final List<String> STARTS =
            List.of("departureTime", "startDate", "checkinTime", "checkinDate", "departureDate", "pickupTime");

    private TripFields() {}

    static void put(ExtractedOffer.Builder offer, @Nullable Item thing) {
        if (thing == null) {
            return;
        }
        Item booked = thing.items("reservationFor").stream().findFirst().orElse(thing);
        Kind kind = kind(thing);
        if (kind != null) {
            offer.put(OfferField.KIND, kind.name(), Said.origin(thing, "@type"));
        }
        place(offer, OfferField.ORIGIN, Said.inside(booked, "departureAirport", "iataCode"));
        place(offer, OfferField.DESTINATION, Said.inside(booked, "arrivalAirport", "iataCode"));
        departure(offer, thing, booked);
        hotel(offer, booked);
    }

    private static @Nullable Kind kind(Item thing) {
        if (thing.isOneOf(FLIGHTS)) {
            return Kind.FLIGHT;
        }
        if (thing.isOneOf(CRUISES)) {
            return Kind.CRUISE;
        }
        if (thing.isOneOf(LODGING) || thing.isOneOf(ROOMS)) {
            return Kind.HOTEL;
        }
        if (thing.isOneOf(TRIPS)) {
            return Kind.PACKAGE;
        }
        boolean event = thing.types().stream().anyMatch(type -> type.endsWith("Event"));
        return event || thing.isOneOf(ACTIVITIES) ? Kind.ACTIVITY : null;
    }

    private static void place(ExtractedOffer.Builder offer, OfferField field, @Nullable Said code) {
        if (code != null) {
            String letters = code.text().strip().toUpperCase(Locale.ROOT);
            offer.put(field, IATA.matcher(letters).matches() ? letters : null, code.origin());
        }
    }

    private static void departure(ExtractedOffer.Builder offer, Item thing, Item booked) {
        for (String property : STARTS) {
            Said start = Said.first(thing, property);
            start = start == null ? Said.first(booked, property) : start;
            LocalDate day = start == null ? null : day(start.text());
            if (start != null && day != null) {
                offer.put(OfferField.DEPARTURE, day.toString(), start.origin());
                nights(offer, thing, day);
                return;
            }
        }
    }

    private static void nights(ExtractedOffer.Builder offer, Item thing, LocalDate from) {
        Said end = Said.first(thing, "checkoutTime", "checkoutDate");
        LocalDate until = end == null ? null : day(end.text());
        if (end != null && until != null && until.isAfter(from)) {
            offer.put(OfferField.NIGHTS, String.valueOf(ChronoUnit.DAYS.between(from, until)), end.origin());
        }
    }

    private static void hotel(ExtractedOffer.Builder offer, Item booked) {
        Item hotel = booked.isOneOf(LODGING) ? booked : null;
        Item around = booked.parent();
        for (String holder : List.of("containedInPlace", "containedIn")) {
            for (Item place : booked.items(holder)) {
                hotel = hotel == null && place.isOneOf(LODGING) ? place : hotel;
            }
        }
        if (hotel == null && around != null && around.isOneOf(LODGING)) {
            hotel = around;
        }
        if (hotel == null) {
            return;
        }
        put(offer, OfferField.HOTEL, Said.first(hotel, "name"));
        put(offer, OfferField.STARS, Rating.number(Said.inside(hotel, "starRating", "ratingValue")));
        Said country = Said.inside(hotel, "address", "addressCountry");
        if (country != null && COUNTRY.matcher(country.text()).matches()) {
            put(offer, OfferField.COUNTRY, country);
        }
    }

    static void put(ExtractedOffer.Builder offer, OfferField field, @Nullable Said said) {
        if (said != null) {
            offer.put(field, said.text(), said.origin());
        }
    }

    /** The date that an ISO 8601 text begins with. */
    private static @Nullable LocalDate day(String text) {
        String iso = text.strip();
        if (iso.length() < 10 || (iso.length() > 10 && iso.charAt(10) != 'T' && iso.charAt(10) != ' ')) {
            return null;
        }
        try {
            return LocalDate.parse(iso.substring(0, 10));
        } catch (DateTimeException e) {
            return null;
        }
    }
}
