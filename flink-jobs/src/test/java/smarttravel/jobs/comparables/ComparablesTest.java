package smarttravel.jobs.comparables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smarttravel.events.ObservationField;
import smarttravel.events.PriceObservation;
import smarttravel.jobs.fx.DatedRate;
import smarttravel.jobs.testing.DollarOffers;
import smarttravel.jobs.testing.Sightings;

class ComparablesTest {
    private static final long DAY = LocalDate.of(2026, 6, 15).toEpochDay();
    private static final Holiday PACKAGE = new Holiday("PACKAGE/CUN/7/AI/2");
    private static final Holiday FLIGHT = new Holiday("FLIGHT/EZE>CUN/-/-/-");

    private final Comparables comparables = new Comparables(new HotelMatcher(), List.of());

    @Test
    void theSameHotelIsRankedByProvider() {
        ComparableOffer cheap = offer("ola", "1", "Hotel RIU Jardín Áureo 5*", DAY, 900);
        ComparableOffer dear = offer("aero", "2", "Riu Jardin Aureo & Spa", DAY + 1, 1000);
        ComparableOffer dearer = offer("ola", "3", "Riu Jardin Aureo", DAY - 1, 1100);
        ComparableOffer elsewhere = offer("sol", "4", "Riu Jardin Plateado", DAY, 100);

        Standing standing = only(dear, List.of(cheap, dear, dearer, elsewhere));

        assertThat(standing.offers()).isEqualTo(2);
        assertThat(standing.providers()).isEqualTo(2);
        assertThat(standing.providerRank()).isEqualTo(2);
        assertThat(standing.cheaper()).isEqualTo(1);
        assertThat(standing.cheapestUsd()).isEqualTo(900);
        assertThat(standing.cheapestProvider()).isEqualTo("ola");
        assertThat(standing.medianUsd()).isEqualTo(950);
        assertThat(standing.matchConfidence()).isEqualTo(1);
        assertThat(standing.comparables()).isEqualTo("ola/1\naero/2");
    }

    @Test
    void aSoldOutOfferIsNamedAndNotRanked() {
        ComparableOffer gone = DollarOffers.of("ola", "1", "Áureo", Double.NaN, DAY, 100, false, 7, 0);
        ComparableOffer left = offer("aero", "2", "Aureo", DAY, 1000);

        Standing standing = only(left, List.of(gone, left));

        assertThat(standing.providerRank()).isEqualTo(1);
        assertThat(standing.cheapestUsd()).isEqualTo(1000);
        assertThat(standing.observations()).isEqualTo(8);
        assertThat(standing.comparables()).isEqualTo("aero/2\nola/1");
        assertThat(only(gone, List.of(gone, left)).providerRank()).isZero();
    }

    @Test
    void anOfferThatNamesNoHotelHasNoComparables() {
        ComparableOffer nameless = offer("ola", "1", null, DAY, 900);
        ComparableOffer other = offer("aero", "2", null, DAY, 800);

        assertThat(only(nameless, List.of(nameless, other)).offers()).isEqualTo(1);
    }

    @Test
    void onlyWhatChangedAndItsComparablesAreSaid() {
        ComparableOffer one = offer("ola", "1", "Áureo", DAY, 900);
        ComparableOffer other = offer("aero", "2", "Aureo", DAY, 800);
        ComparableOffer apart = offer("aero", "3", "Plateado", DAY, 800);

        assertThat(comparables.standings(PACKAGE, DAY, List.of(one, other, apart), Set.of("ola/1")))
                .extracting(standing -> standing.offer().key())
                .containsExactly("aero/2", "ola/1");
    }

    @ParameterizedTest
    @CsvSource({"NIGHTS, 8", "BOARD, HB", "OCCUPANCY, 3", "DESTINATION, PUJ", "KIND, PACKAGE"})
    void anotherHolidayIsNeverCompared(ObservationField field, String value) {
        PriceObservation hotel = Sightings.complete();
        PriceObservation other = Sightings.build(Sightings.draft(Duration.ZERO)
                .put(ObservationField.KIND, "HOTEL")
                .put(ObservationField.NIGHTS, "7")
                .put(ObservationField.BOARD, "AI")
                .put(ObservationField.OCCUPANCY, "2")
                .put(field, value));

        assertThat(Holiday.of(hotel).key()).isEqualTo("HOTEL/MIA/7/AI/2");
        assertThat(Holiday.of(other)).isNotEqualTo(Holiday.of(hotel));
    }

    @Test
    void flightsAreComparedOnTheirRouteAlone() {
        Holiday flight = Holiday.of(Sightings.priced(Duration.ZERO, "100"));

        assertThat(flight.key()).isEqualTo("FLIGHT/EZE>MIA/-/-/-");
        assertThat(flight.destination()).isEqualTo("MIA");
        assertThat(flight.isInAHotel()).isFalse();
    }

    @Test
    void everyOfferStandsAsThePlainRuleSays() {
        List<String> hotels = List.of(
                "Riu Áureo",
                "RIU AUREO 5*",
                "Aureo (ex. Plateado)",
                "Plateado Beach",
                "Hotel Plateado",
                "Riu",
                "Áureo");
        for (int round = 0; round < 16; round++) {
            Random random = new Random(round);
            Holiday holiday = round % 4 == 0 ? FLIGHT : PACKAGE;
            List<ComparableOffer> all = new ArrayList<>();
            for (int i = 0; i < 25; i++) {
                int hotel = random.nextInt(hotels.size() + 1);
                all.add(DollarOffers.of(
                        List.of("aero", "ola", "sol").get(random.nextInt(3)),
                        Integer.toString(i),
                        hotel == hotels.size() ? null : hotels.get(hotel),
                        random.nextInt(3) == 0 ? Double.NaN : 3 + random.nextInt(3),
                        DAY + random.nextInt(5),
                        random.nextInt(8) == 0 ? Double.NaN : 900 + random.nextInt(6),
                        random.nextInt(8) > 0,
                        1 + random.nextInt(9),
                        0));
            }
            NaiveComparables plain = new NaiveComparables(all, holiday.equals(PACKAGE), "CUN");
            for (ComparableOffer offer : all) {
                assertThat(NaiveComparables.row(only(holiday, offer, all))).isEqualTo(plain.row(offer));
            }
        }
    }

    @Test
    void everyRealPackageStandsAsThePlainRuleSays(TestReporter report) throws Exception {
        assumeTrue(
                Catalogue.isThereWithRates(),
                "skipped: there is no shared/data/wakacje-pl-2024 or fx-ecb beside the project");
        double rate = Catalogue.dollarsPerZloty();
        Map<Holiday, List<ComparableOffer>> onSale = Catalogue.onSale();
        Map<String, Standing> said = playWithALateRate(onSale, rate);
        int several = 0;
        int all = 0;
        for (Map.Entry<Holiday, List<ComparableOffer>> holiday : onSale.entrySet()) {
            List<ComparableOffer> offers = holiday.getValue().stream()
                    .map(offer -> inDollars(offer, rate))
                    .toList();
            NaiveComparables plain =
                    new NaiveComparables(offers, true, holiday.getKey().destination());
            for (ComparableOffer offer : offers) {
                Standing standing =
                        Objects.requireNonNull(said.get(holiday.getKey().key() + offer.key()));
                assertThat(NaiveComparables.row(standing)).isEqualTo(plain.row(offer));
                several += standing.providers() > 1 ? 1 : 0;
                all++;
            }
        }
        report.publishEntry("packages with another operator's to compare", several + " of " + all);
        assertThat(several).isGreaterThan(all / 10);
    }

    /** Everything that is on sale, and the rate when half of it was seen and judged. */
    private static Map<String, Standing> playWithALateRate(
            Map<Holiday, List<ComparableOffer>> onSale, double dollarsPerZloty) throws Exception {
        OpenComparables operator = new OpenComparables();
        int holidays = 0;
        for (Map.Entry<Holiday, List<ComparableOffer>> holiday : onSale.entrySet()) {
            for (ComparableOffer offer : holiday.getValue()) {
                operator.see(holiday.getKey().key(), offer);
            }
            holidays++;
            if (holidays == onSale.size() / 2) {
                operator.snapshot();
                operator.hear(new DatedRate("PLN", "official", (int) Catalogue.SEEN.toEpochDay(), dollarsPerZloty, 0));
            }
        }
        operator.snapshot();
        Map<String, Standing> last = new HashMap<>();
        operator.said()
                .forEach(standing ->
                        last.put(standing.holiday() + standing.offer().key(), standing));
        operator.close();
        return last;
    }

    private static ComparableOffer inDollars(ComparableOffer offer, double rate) {
        return DollarOffers.of(
                offer.provider(),
                offer.offerId(),
                offer.hotel(),
                offer.stars(),
                offer.departureDay(),
                offer.foreignUnit() * rate,
                offer.available(),
                offer.observations(),
                offer.observedAt());
    }

    private Standing only(ComparableOffer offer, List<ComparableOffer> all) {
        return only(PACKAGE, offer, all);
    }

    private Standing only(Holiday holiday, ComparableOffer offer, List<ComparableOffer> all) {
        List<ComparableOffer> near = all.stream()
                .filter(other -> Math.abs(other.departureDay() - offer.departureDay()) <= Comparables.DAYS_APART)
                .collect(Collectors.toList());
        return comparables.standings(holiday, offer.departureDay(), near, Set.of(offer.key())).stream()
                .filter(standing -> standing.offer().equals(offer))
                .findAny()
                .orElseThrow();
    }

    private static ComparableOffer offer(
            String provider, String offerId, @Nullable String hotel, long day, double unitUsd) {
        return DollarOffers.of(provider, offerId, hotel, Double.NaN, day, unitUsd, true, 1, 0);
    }
}
