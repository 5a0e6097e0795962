package smarttravel.jobs.comparables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import smarttravel.jobs.comparables.Catalogue.Sold;

/**
 * The matcher over a real catalogue that twenty operators sell from, scored by the agency's own ids: by the names as they
 * are, which the agency has unified, and by the same names as sellers would write them.
 */
class WakacjeMatchingTest {
    private static Catalogue catalogue = new Catalogue(List.of(), Map.of());
    private static HotelMatcher matcher = new HotelMatcher();
    private static List<Sold> variants = List.of();

    @BeforeAll
    static void read() {
        assumeTrue(
                Files.isDirectory(Catalogue.FOLDER),
                "skipped: there is no shared/data/wakacje-pl-2024 beside the project");
        catalogue = Catalogue.read();
        matcher = new HotelMatcher(
                HotelMatcher.THRESHOLD,
                code -> Objects.requireNonNull(catalogue.places().get(code)));
        variants = catalogue.offers().stream()
                .map(WakacjeMatchingTest::asSellersWriteIt)
                .toList();
    }

    @Test
    void hotelsSoldByTwoOperatorsAreRecognised(TestReporter report) {
        Map<String, Long> operators = catalogue.offers().stream()
                .collect(Collectors.groupingBy(
                        Sold::hotelId,
                        Collectors.collectingAndThen(
                                Collectors.mapping(sold -> sold.listing().provider(), Collectors.toSet()),
                                providers -> (long) providers.size())));
        report.publishEntry(
                "catalogue",
                catalogue.offers().size() + " offers, " + operators.size() + " hotels, "
                        + operators.values().stream().filter(count -> count > 1).count()
                        + " sold by several");
        assertAims("as they are", catalogue.offers(), report);
    }

    @Test
    void theyAreRecognisedUnderEverySellersWayOfWriting(TestReporter report) {
        assertThat(variants.stream().map(sold -> sold.listing().name()).distinct())
                .hasSizeGreaterThan(2
                        * (int) catalogue.offers().stream()
                                .map(Sold::writtenAs)
                                .distinct()
                                .count());
        assertAims("as sellers write", variants, report);
    }

    @Test
    void theThresholdIsAsGoodAsAnyOnTheHotelsItWasChosenOn(TestReporter report) {
        List<Sold> chosenOn = keep(variants, sold -> !isHeldOut(sold));
        PairScore usual = score(chosenOn, HotelMatcher.THRESHOLD);
        for (int percent = 60; percent <= 95; percent += 5) {
            PairScore other = score(chosenOn, percent / 100.0);
            report.publishEntry("chosen on, threshold " + percent + " %", other.toString());
            assertThat(usual.harmonicMean()).as("%s", other).isGreaterThanOrEqualTo(other.harmonicMean());
        }
    }

    private static void assertAims(String what, List<Sold> offers, TestReporter report) {
        PairScore all = score(offers, HotelMatcher.THRESHOLD);
        PairScore heldOut = score(keep(offers, WakacjeMatchingTest::isHeldOut), HotelMatcher.THRESHOLD);
        report.publishEntry(what + ", all", all.toString());
        report.publishEntry(what + ", held out", heldOut.toString());
        assertThat(all.precision()).as("%s: %s", what, all).isGreaterThanOrEqualTo(0.98);
        assertThat(all.recall()).as("%s: %s", what, all).isGreaterThanOrEqualTo(0.95);
        assertThat(heldOut.precisionWithoutTwins()).as("%s: %s", what, heldOut).isGreaterThanOrEqualTo(0.98);
        assertThat(heldOut.recall()).as("%s: %s", what, heldOut).isGreaterThanOrEqualTo(0.95);
    }

    private static PairScore score(List<Sold> offers, double threshold) {
        return PairScore.of(offers, matcher.withThreshold(threshold));
    }

    private static List<Sold> keep(List<Sold> offers, Predicate<Sold> which) {
        return offers.stream().filter(which).toList();
    }

    /** A third of the hotels, by chance and always the same; two that the agency gives one name stay together. */
    private static boolean isHeldOut(Sold sold) {
        return Math.floorMod(sold.writtenAs().hashCode() * 0x9E3779B1, 3) == 0;
    }

    private static Sold asSellersWriteIt(Sold sold) {
        HotelListing listing = sold.listing();
        String region = listing.place().substring(listing.place().indexOf('/') + 1);
        String name = NameVariants.of(listing.name(), listing.provider(), region);
        return new Sold(
                sold.hotelId(),
                sold.writtenAs(),
                new HotelListing(listing.provider(), listing.place(), name, listing.stars()));
    }
}
