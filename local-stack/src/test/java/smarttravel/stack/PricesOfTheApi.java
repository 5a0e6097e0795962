package smarttravel.stack;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import smarttravel.events.Availability;
import smarttravel.events.Basis;
import smarttravel.events.Board;
import smarttravel.events.FxKind;
import smarttravel.events.FxRate;
import smarttravel.events.Kind;
import smarttravel.events.PriceObservation;

/** What was seen in {@link ApiOverRealTablesTest}. */
final class PricesOfTheApi {
    static final int OFFERS = 10;
    static final int DAYS = 9;
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 7, 1);

    private PricesOfTheApi() {}

    /** Ten fares at 200 to 209 dollars; the first costs 160 on the last day. */
    static List<PriceObservation> flights() {
        List<PriceObservation> seen = new ArrayList<>();
        for (int day = 0; day < DAYS; day++) {
            for (int offer = 0; offer < OFFERS; offer++) {
                int price = offer == 0 && day == DAYS - 1 ? 160 : 200 + offer;
                LocalDate departure = LocalDate.of(2026, 9, 1).plusDays(offer);
                seen.add(new Sold("acme", "EZE-MIA-" + offer, Kind.FLIGHT, null, price, "USD")
                        .on(day, "MIA", departure));
            }
        }
        return seen;
    }

    /** One hotel under three names; who quotes pesos lowers its price on the last day, when the peso falls too. */
    static List<PriceObservation> holiday() {
        List<PriceObservation> seen = new ArrayList<>();
        LocalDate departure = LocalDate.of(2026, 10, 1);
        for (int day = 0; day < DAYS; day++) {
            int pesos = day == DAYS - 1 ? 950_000 : 1_100_000;
            for (Sold sold : List.of(
                    new Sold("aero", "A1", Kind.PACKAGE, "Riu Áureo", 1_000, "USD"),
                    new Sold("ola", "O1", Kind.PACKAGE, "RIU AUREO 5*", pesos, "ARS"),
                    new Sold("sol", "S1", Kind.PACKAGE, "Hotel Riu Aureo & Spa", 990, "USD"))) {
                seen.add(sold.on(day, "CUN", departure));
            }
        }
        return seen;
    }

    /** A thousand pesos for a dollar, and 1,100 from the last day on. */
    static List<FxRate> rates() {
        return List.of(
                new FxRate("ARS", FxKind.MEP, FIRST_DAY.minusDays(1), new BigDecimal("0.001")),
                new FxRate("ARS", FxKind.MEP, FIRST_DAY.plusDays(DAYS - 1), new BigDecimal("0.000909090909090909")));
    }

    private record Sold(
            String provider,
            String offerId,
            Kind kind,
            @Nullable String hotel,
            int price,
            String currency) {
        PriceObservation on(int day, String destination, LocalDate departure) {
            boolean isPackage = hotel != null;
            return new PriceObservation(
                    provider,
                    offerId,
                    kind,
                    null,
                    "EZE",
                    destination,
                    null,
                    hotel,
                    null,
                    isPackage ? Board.AI : null,
                    null,
                    isPackage ? 7 : null,
                    departure,
                    isPackage ? 2 : null,
                    isPackage ? Basis.PER_PERSON : null,
                    BigDecimal.valueOf(price),
                    currency,
                    currency.equals("ARS") ? FxKind.MEP : null,
                    null,
                    null,
                    Availability.AVAILABLE,
                    null,
                    null,
                    null,
                    null,
                    Instant.parse("2026-07-01T06:00:00Z").plusSeconds(86_400L * day),
                    null);
        }
    }
}
