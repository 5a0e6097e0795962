package smarttravel.stack.sites;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import smarttravel.events.Availability;
import smarttravel.events.Kind;
import smarttravel.events.PriceObservation;

/** An offer in the words that pages have gaps for; what an offer does not have is no word at all. */
final class OfferWords {
    private static final Locale SPANISH = Locale.forLanguageTag("es");
    private static final Map<String, String> AIRPORTS =
            Map.of("EZE", "Buenos Aires", "AEP", "Buenos Aires Aeroparque", "COR", "Córdoba");
    private static final BigDecimal INSTALMENTS = BigDecimal.valueOf(12);
    /** Value added tax on what is sold at home. */
    private static final BigDecimal TAXED = new BigDecimal("1.21");

    private final Shelf shelf;

    OfferWords(Shelf shelf) {
        this.shelf = shelf;
    }

    List<Map<String, String>> of(List<PriceObservation> offers) {
        return offers.stream().map(this::of).toList();
    }

    Map<String, String> of(PriceObservation offer) {
        Words words = new Words(new HashMap<>());
        words.put("codigo", offer.offerId());
        words.put("tipo", offer.kind() == Kind.HOTEL ? "Hotel" : "Paquete");
        words.put("titulo", offer.name());
        words.put("noches", offer.nights());
        words.put("personas", offer.occupancy());
        words.put("regimen", offer.boardText());
        words.put("regimen_codigo", offer.board());
        words.put("cupos", offer.seatsLeft());
        words.put(offer.availability() == Availability.SOLD_OUT ? "agotado" : "disponible", "sí");
        putPlaces(words, offer);
        putHotel(words, offer);
        putPrice(words, offer);
        if (!shelf.has(SiteQuirk.NO_DEPARTURES)) {
            putDeparture(words, offer.departure(), offer.nights());
        }
        return words.byName();
    }

    private void putPlaces(Words words, PriceObservation offer) {
        String country = offer.country();
        words.put("destino", offer.destination());
        words.put("ciudad", shelf.cities().get(offer.destination()));
        words.put("pais", country);
        words.put("pais_nombre", country == null ? null : new Locale("", country).getDisplayCountry(SPANISH));
        words.put("origen", offer.origin());
        words.put("origen_ciudad", offer.origin() == null ? null : AIRPORTS.get(offer.origin()));
    }

    private static void putHotel(Words words, PriceObservation offer) {
        Integer reviews = offer.reviews();
        words.put("hotel", offer.hotel());
        words.put("estrellas_iso", offer.stars());
        words.put("estrellas", offer.stars() == null ? null : SpanishWords.tenths(offer.stars()));
        words.put("nota_iso", offer.rating());
        words.put("nota", offer.rating() == null ? null : SpanishWords.tenths(offer.rating()));
        words.put("opiniones_iso", reviews);
        words.put("opiniones", reviews == null ? null : SpanishWords.whole(BigDecimal.valueOf(reviews)));
    }

    private static void putPrice(Words words, PriceObservation offer) {
        BigDecimal amount = offer.amount();
        if (amount == null) {
            return;
        }
        BigDecimal untaxed = amount.divide(TAXED, 0, RoundingMode.HALF_UP);
        words.put("moneda", offer.currency());
        words.put("precio", SpanishWords.cents(amount));
        words.put("precio_entero", SpanishWords.whole(amount));
        words.put("precio_iso", amount.toPlainString());
        words.put("mitad", SpanishWords.cents(amount.divide(BigDecimal.valueOf(2))));
        words.put("single", SpanishWords.cents(amount.multiply(new BigDecimal("1.45"))));
        words.put("triple", SpanishWords.cents(amount.multiply(new BigDecimal("0.94"))));
        words.put("cuota", SpanishWords.whole(amount.divide(INSTALMENTS, 0, RoundingMode.UP)));
        words.put("sin_impuestos", SpanishWords.whole(untaxed));
        words.put("impuestos", SpanishWords.whole(amount.subtract(untaxed)));
        BigDecimal before = offer.listAmount();
        if (before != null) {
            BigDecimal percent =
                    BigDecimal.TEN.pow(2).multiply(before.subtract(amount)).divide(before, 0, RoundingMode.HALF_UP);
            words.put("antes", SpanishWords.cents(before));
            words.put("rebaja", percent);
        }
    }

    private static void putDeparture(Words words, LocalDate departure, @Nullable Integer nights) {
        words.put("salida", SpanishWords.NUMERIC.format(departure));
        words.put("salida_iso", departure);
        words.put("salida_larga", SpanishWords.day(departure));
        words.put("salida_corta", SpanishWords.shortDay(departure));
        words.put("columna", SpanishWords.weekday(departure));
        if (nights != null) {
            words.put("regreso", SpanishWords.NUMERIC.format(departure.plusDays(nights)));
            words.put("regreso_iso", departure.plusDays(nights));
            words.put("regreso_corto", SpanishWords.shortDay(departure.plusDays(nights)));
        }
    }

    private record Words(Map<String, String> byName) {
        void put(String name, @Nullable Object value) {
            if (value != null) {
                byName.put(name, value.toString());
            }
        }
    }
}
