package smarttravel.ingest.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smarttravel.events.Kind;
import smarttravel.ingest.health.DriftRule.Drift;
import smarttravel.ingest.health.DriftRule.Extent;
import smarttravel.ingest.offers.OfferField;
import smarttravel.ingest.providers.PageReading.Signature;
import smarttravel.ingest.providers.PageRole;

class DriftRuleTest {
    private static final PriceShift SAME_PRICES = prices(20, 1);
    private static final Norm USUAL = new Norm(
            10,
            20,
            200,
            0.02,
            10,
            Map.of(OfferField.PRICE, 10, OfferField.DEPARTURE, 10, OfferField.RATING, 10, OfferField.LIST_PRICE, 4),
            Map.of(),
            0);

    @Test
    void aPageThatLooksAsUsualIsBelieved() {
        assertThat(judge(listing(20, true), USUAL, SAME_PRICES)).isEmpty();
    }

    @Test
    void theFirstPageEverIsBelieved() {
        assertThat(judge(listing(20, true), Norm.NONE, prices(0, 1))).isEmpty();
    }

    @Test
    void aListingThatIsNotRecognisedIsNotBelievedEvenTheFirstTime() {
        PageFigures captcha = figures(PageRole.LISTING, Signature.UNKNOWN, 0, Map.of(), Map.of(), false);

        assertThat(judge(captcha, Norm.NONE, SAME_PRICES)).hasValueSatisfying(drift -> {
            assertThat(drift.reason()).isEqualTo("page-not-recognised");
            assertThat(drift.wholeProvider()).isTrue();
        });
    }

    @Test
    void aListingThatOnlyLeadsToOthersIsBelieved() {
        PageFigures index = figures(PageRole.LISTING, Signature.RECOGNISED, 0, Map.of(), Map.of(), true);

        assertThat(judge(index, Norm.NONE, SAME_PRICES)).isEmpty();
    }

    @Test
    void aPageWithoutOffersThatGoesOnIsBelievedOnlyWhereSuchPagesAreKnown() {
        PageFigures index = figures(PageRole.LISTING, Signature.RECOGNISED, 0, Map.of(), Map.of(), true);
        Norm withIndexes = new Norm(10, 20, 200, 0, 8, Map.of(), Map.of(), 0);

        assertThat(judge(index, withIndexes, SAME_PRICES)).isEmpty();
        assertThat(judge(index, USUAL, SAME_PRICES).map(Drift::reason)).contains("fewer-offers");
    }

    @Test
    void aListingThatSaysThatItIsEmptyIsBelieved() {
        PageFigures empty = figures(PageRole.LISTING, Signature.SAYS_EMPTY, 0, Map.of(), Map.of(), false);

        assertThat(judge(empty, USUAL, SAME_PRICES)).isEmpty();
    }

    @Test
    void oneDetailThatIsGoneIsNoQuarantineAndFiveInARowAre() {
        PageFigures gone = figures(PageRole.DETAIL, Signature.UNKNOWN, 0, Map.of(), Map.of(), false);

        assertThat(judge(gone, withUnrecognised(3), SAME_PRICES).map(Drift::wholeProvider))
                .contains(false);
        assertThat(judge(gone, withUnrecognised(4), SAME_PRICES).map(Drift::wholeProvider))
                .contains(true);
    }

    @ParameterizedTest
    @CsvSource({"9, true, true", "10, true, false", "3, false, false"})
    void fewerThanHalfTheOffersOnAPageThatLeadsOnIsAChange(int items, boolean goesOn, boolean changed) {
        assertThat(judge(listing(items, goesOn), USUAL, SAME_PRICES).map(Drift::reason))
                .isEqualTo(changed ? Optional.of("fewer-offers") : Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "LISTING, 9, 5, 20, 15, true",
        "FEED, 9, 5, 20, 15, true",
        "DETAIL, 9, 5, 20, 15, false",
        "LISTING, 10, 5, 20, 15, false",
        "LISTING, 9, 2, 20, 15, false",
        "LISTING, 9, 5, 20, 9, false",
        "LISTING, 1, 5, 5, 4, false"
    })
    void fewerThanHalfOfWhatTheSameRequestShowedIsAChangeWhereverThePageLeads(
            PageRole role, int items, int pages, int shown, int fewest, boolean changed) {
        PageFigures page = figures(role, Signature.RECOGNISED, items, Map.of(), Map.of(OfferField.PRICE, items), false);
        EarlierPages earlier = new EarlierPages(pages, shown, fewest, false);

        assertThat(DriftRule.DEFAULT
                        .judge(page, Norm.NONE, earlier, SAME_PRICES, Optional.empty())
                        .map(Drift::reason))
                .isEqualTo(changed ? Optional.of("fewer-offers") : Optional.empty());
    }

    @Test
    void theEndOfAListMayBeShort() {
        EarlierPages end = new EarlierPages(5, 20, 15, true);

        assertThat(DriftRule.DEFAULT.judge(listing(2, false), Norm.NONE, end, SAME_PRICES, Optional.empty()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"LISTING, 0, true", "DETAIL, 0, false", "DETAIL, 2, false", "DETAIL, 3, true"})
    void offersThatLoseAFieldAreAChangeOnAListingAndOnFourDetailsInARow(PageRole role, int before, boolean changed) {
        PageFigures page = figures(
                role, Signature.RECOGNISED, 20, Map.of(), Map.of(OfferField.PRICE, 20, OfferField.DEPARTURE, 20), true);
        Norm norm = new Norm(10, 20, 200, 0, 10, Map.of(), Map.of(OfferField.RATING, before), 0);

        Optional<Drift> drift =
                DriftRule.DEFAULT.judge(page, norm, EarlierPages.NONE, SAME_PRICES, Optional.of(OfferField.RATING));

        assertThat(drift.map(Drift::reason)).isEqualTo(changed ? Optional.of("field-vanished") : Optional.empty());
    }

    @Test
    void aUsualFieldThatVanishesIsAChangeAndARareOneIsNot() {
        PageFigures withoutDates =
                figures(PageRole.LISTING, Signature.RECOGNISED, 20, Map.of(), Map.of(OfferField.PRICE, 20), true);

        assertThat(judge(withoutDates, USUAL, SAME_PRICES)).hasValueSatisfying(drift -> {
            assertThat(drift.reason()).isEqualTo("field-vanished");
            assertThat(drift.message()).contains("departure");
        });
        assertThat(judge(listing(20, true), USUAL, SAME_PRICES)).isEmpty();
    }

    @Test
    void morePagesRefusedThanUsualIsAChange() {
        PageFigures refused = figures(
                PageRole.LISTING,
                Signature.RECOGNISED,
                20,
                Map.of("bad-date", 11),
                Map.of(OfferField.PRICE, 20, OfferField.DEPARTURE, 20),
                true);

        assertThat(judge(refused, USUAL, SAME_PRICES).map(Drift::reason)).contains("offers-refused");
    }

    @ParameterizedTest
    @CsvSource({
        "20, 1000, true",
        "20, 0.001, true",
        "3, 3, true",
        "20, 2.9, false",
        "20, 0.34, false",
        "1, 4.9, false",
        "0, 1, false"
    })
    void pricesThatShiftAsABlockAreNotBelieved(int compared, double ratio, boolean shifted) {
        assertThat(judge(listing(20, true), USUAL, prices(compared, ratio)).map(Drift::reason))
                .isEqualTo(shifted ? Optional.of("prices-shifted") : Optional.empty());
    }

    @Test
    void aSingleWildPriceWaitsForASecondLookAndIsThenBelieved() {
        assertThat(judge(listing(1, false), USUAL, prices(1, 6)).map(Drift::wholeProvider))
                .contains(false);
        assertThat(judge(listing(1, false), USUAL, new PriceShift(1, 6, 0, true, 0)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, 1, false", "1, 2, true", "2, 1, true"})
    void wildPricesOneByOneOnSeveralPagesAreABlockEvenIfEachWasSeenTwice(int here, int elsewhere, boolean block) {
        PriceShift shift = new PriceShift(here, 1000, 0, true, elsewhere);

        assertThat(judge(listing(1, false), USUAL, shift).map(Drift::extent))
                .isEqualTo(block ? Optional.of(Extent.PROVIDER_AND_HELD_PRICES) : Optional.empty());
    }

    @Test
    void aUsualPriceIsBelievedWhateverWasHeldElsewhere() {
        assertThat(judge(listing(1, false), USUAL, new PriceShift(1, 1.1, 0, false, 9)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"20, 0, PROVIDER", "3, 2, PROVIDER", "3, 17, ", "1, 0, PAGE", "2, 1, PAGE", "1, 2, "})
    void offersOfWhichMostChangeTheirCurrencyAreNotBelieved(int otherCurrency, int compared, @Nullable Extent extent) {
        PriceShift shift = new PriceShift(compared, 1, otherCurrency, false, 0);

        assertThat(judge(listing(20, true), USUAL, shift).map(Drift::extent)).isEqualTo(Optional.ofNullable(extent));
    }

    private static PriceShift prices(int compared, double ratio) {
        return new PriceShift(compared, ratio, 0, false, 0);
    }

    private static Optional<Drift> judge(PageFigures page, Norm norm, PriceShift prices) {
        return DriftRule.DEFAULT.judge(page, norm, EarlierPages.NONE, prices, Optional.empty());
    }

    private static Norm withUnrecognised(int inARow) {
        return new Norm(10, 20, 200, 0.02, 10, Map.of(), Map.of(), inARow);
    }

    private static PageFigures listing(int items, boolean goesOn) {
        return figures(
                PageRole.LISTING,
                Signature.RECOGNISED,
                items,
                Map.of(),
                Map.of(OfferField.PRICE, items, OfferField.DEPARTURE, items),
                goesOn);
    }

    private static PageFigures figures(
            PageRole role,
            Signature signature,
            int items,
            Map<String, Integer> refused,
            Map<OfferField, Integer> filled,
            boolean goesOn) {
        return new PageFigures(
                role, signature, Kind.PACKAGE, items, refused, filled, goesOn ? 1 : 0, goesOn, null, null);
    }
}
