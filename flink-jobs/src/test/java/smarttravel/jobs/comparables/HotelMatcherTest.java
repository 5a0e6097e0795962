package smarttravel.jobs.comparables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.AbstractCollection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import smarttravel.jobs.comparables.MatchDecision.Verdict;

/** Made-up hotels under the names that sellers might give them. */
class HotelMatcherTest {
    private final HotelMatcher matcher = new HotelMatcher();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Riu Jardín Áureo",
                "RIU JARDIN AUREO",
                "Hotel Riu Jardin Aureo",
                "Jardín Áureo",
                "Jardin Aureo by RIU",
                "Riu Jardin Aureo Cancún",
                "Riu Jardin Aureo, Playa del Carmen",
                "Riu Jardin Aureo (Riviera Maya)",
                "Riu Jardin Aureo - Cancun, Mexico",
                "Riu Jardin Aureo & Spa",
                "Riu Jardin Aureo Resort and Spa",
                "Riu Jardin Aureo 5*",
                "Riu Jardin Aureo *****",
                "Riu Jardin Aureo 4.5 estrellas",
                "Riu Jardin Aureo ★★★★★",
                "Riu Jardin Aureo - All Inclusive",
                "Riu Jardin Aureo (Todo Incluido)",
                "Riu Jardin Aureo (Adults Only)",
                "Riu Jardin Aureo (ex. Laguna Escondida)",
                "Riu Jardin Aureo (Ex- Laguna Escondida Beach)",
                "Riu Jardin Aureo ex Laguna Escondida",
                "Riu Jardin Aureo (antes Laguna Escondida)",
                "Laguna Escondida (ex Riu Jardin Aureo)",
                "Aureo Jardin Riu",
                "Riu Jardinaureo",
                "Riu Jardin Aureos",
                "Riu Jradin Aureo",
            })
    void oneHotelUnderAnyName(String variant) {
        assertThat(matcher.confidence(at("CUN", "Riu Jardín Áureo", 5), at("CUN", variant, 5)))
                .isBetween(HotelMatcher.THRESHOLD, 1.0);
    }

    @ParameterizedTest
    @CsvSource({
        "Riu Jardín Áureo, Riu Jardín Plateado",
        "Riu Aureo Beach, Riu Aureo Palace",
        "Riu Aureo, Riu Aureo Palace",
        "Ocean El Trueno, Ocean El Rayo",
        "Barcelo Bosque Real, Melia Bosque Real",
        "Dreams Coral Beach, Secrets Coral Beach",
        "Barcelo Cancun, Barcelo Riviera Maya",
        "Melia Cancun, Melia",
        "Catalonia Royal Tulum, Catalonia Riviera Maya",
        "H10 Marea, H12 Marea",
        "Villa Mar, Villa Sol",
        "Gran Laurel 2, Gran Laurel 3",
        "Jardines (ex. Arena), Arena Blanca",
        "Hotel, Resort & Spa",
    })
    void neighboursAreTwoHotels(String one, String other) {
        assertThat(matcher.confidence(at("CUN", one, 5), at("CUN", other, 5))).isLessThan(HotelMatcher.THRESHOLD);
    }

    @Test
    void oneNameAtTwoPlacesIsTwoHotelsWhateverAnybodySays() {
        HotelListing here = at("CUN", "Jardín Áureo", 4);
        HotelListing there = at("PUJ", "Jardín Áureo", 4);

        MatchedHotels matched = matcher.match(
                List.of(here, there), List.of(new MatchDecision("CUN", here.side(), there.side(), Verdict.CONFIRMED)));

        assertThat(matcher.confidence(here, there)).isZero();
        assertThat(matched.areOne(here, there)).isFalse();
        assertThat(matched.of(here).confidence()).isNaN();
    }

    @ParameterizedTest
    @CsvSource({"4, 4.5, 1", "4, NaN, 1", "4, 5, 0.97", "3, 5, 0.91", "2, 5, 0"})
    void starsThatDisagreeCostConfidence(double one, double other, double confidence) {
        assertThat(matcher.confidence(at("CUN", "Jardín Áureo", one), at("CUN", "Jardín Áureo", other)))
                .isEqualTo(confidence, within(1e-9));
    }

    @Test
    void anAnalystsSplitWinsOverEqualNames() {
        HotelListing one = new HotelListing("aero", "CUN", "Jardín Áureo", 4);
        HotelListing other = new HotelListing("ola", "CUN", "Jardín Áureo", 4);
        HotelListing third = new HotelListing("sol", "CUN", "Jardin Aureo", 4);

        MatchedHotels matched = matcher.match(
                List.of(one, other, third), List.of(new MatchDecision("CUN", other.side(), one.side(), Verdict.SPLIT)));

        assertThat(matched.areOne(one, other)).isFalse();
        assertThat(matched.areOne(third, one) ^ matched.areOne(third, other)).isTrue();
    }

    @Test
    void anAnalystsConfirmationWinsOverNamesThatHaveNothingInCommon() {
        HotelListing one = new HotelListing("aero", "CUN", "Jardín Áureo", 2);
        HotelListing other = new HotelListing("ola", "CUN", "Trueno Palace", 5);
        List<MatchDecision> decided = List.of(new MatchDecision("CUN", one.side(), other.side(), Verdict.CONFIRMED));

        MatchedHotels matched = matcher.match(List.of(one, other), decided);

        assertThat(matched.areOne(one, other)).isTrue();
        assertThat(matched.of(one).confidence()).isEqualTo(1);
        assertThat(matcher.match(List.of(one, other), List.of()).areOne(one, other))
                .isFalse();
    }

    @Test
    void ofTwoDecisionsThatContradictTheCarefulOneHolds() {
        HotelListing one = new HotelListing("aero", "CUN", "Jardín Áureo", 4);
        HotelListing other = new HotelListing("ola", "CUN", "Jardín Áureo", 4);

        MatchedHotels matched = matcher.match(
                List.of(one, other),
                List.of(
                        new MatchDecision("CUN", one.side(), other.side(), Verdict.CONFIRMED),
                        new MatchDecision("CUN", one.side(), other.side(), Verdict.SPLIT)));

        assertThat(matched.areOne(one, other)).isFalse();
    }

    @Test
    void everyDecisionIsLookedAtOnceHoweverManyListingsThereAre() {
        List<HotelListing> listings = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            listings.add(at("CUN", "Jardín Áureo " + i, 4));
        }
        List<MatchDecision> decisions = List.of(
                new MatchDecision("CUN", listings.get(7).side(), listings.get(3).side(), Verdict.CONFIRMED),
                new MatchDecision("PUJ", listings.get(5).side(), listings.get(4).side(), Verdict.CONFIRMED));
        AtomicInteger looks = new AtomicInteger();

        MatchedHotels matched = matcher.match(listings, new AbstractCollection<>() {
            @Override
            public Iterator<MatchDecision> iterator() {
                return decisions.stream()
                        .peek(decision -> looks.incrementAndGet())
                        .iterator();
            }

            @Override
            public int size() {
                return decisions.size();
            }
        });

        assertThat(matched.areOne(listings.get(3), listings.get(7))).isTrue();
        assertThat(matched.areOne(listings.get(4), listings.get(5))).isFalse();
        assertThat(looks).hasValue(decisions.size());
    }

    @Test
    void aDecisionIsAboutEveryListingOfThatNameWhateverItsStars() {
        HotelListing three = at("CUN", "Jardín Áureo", 3);
        HotelListing five = at("CUN", "Jardín Áureo", 5);
        HotelListing other = new HotelListing("ola", "CUN", "Trueno Palace", 4);

        MatchedHotels matched = matcher.match(
                List.of(five, other, three),
                List.of(new MatchDecision("CUN", other.side(), three.side(), Verdict.CONFIRMED)));

        assertThat(matched.areOne(three, other)).isTrue();
        assertThat(matched.areOne(five, other)).isTrue();
    }

    @Test
    void theOrderOfListingsMakesNoDifference() {
        List<HotelListing> listings = new ArrayList<>();
        for (String name :
                List.of("Riu Jardín Áureo", "JARDIN AUREO", "Jardín Plateado", "Riu Jardin Plateado 5*", "Áureo")) {
            for (String provider : List.of("aero", "ola", "sol")) {
                listings.add(new HotelListing(
                        provider, "CUN", name, Arrays.asList(4.0, 5.0).get(listings.size() % 2)));
            }
        }
        MatchedHotels first = matcher.match(listings, List.of());
        for (int round = 0; round < 10; round++) {
            Collections.shuffle(listings, new Random(round));
            assertThat(new HotelMatcher().match(listings, List.of()).memberships())
                    .isEqualTo(first.memberships());
        }
        assertThat(first.memberships().values().stream()
                        .map(MatchedHotels.Membership::hotel)
                        .distinct())
                .hasSize(3);
    }

    private static HotelListing at(String place, String name, double stars) {
        return new HotelListing("aero", place, name, stars);
    }
}
