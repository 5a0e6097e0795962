package smarttravel.jobs.patterns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.Test;
import smarttravel.jobs.testing.Sightings;

/** The patterns one by one; {@code Sightings}' offer departs 161 days after it is seen first. */
class PatternRuleTest {
    private final WatchedOffer offer = new WatchedOffer();

    @Test
    void threeFallsInARowThatTotalTenPercentAreASlide() {
        offer.sees(0, "100");
        offer.sees(1, "97");
        offer.sees(2, "97");
        assertThat(offer.sees(3, "94")).isEmpty();

        assertThat(offer.sees(4, "90")).singleElement().satisfies(slide -> {
            assertThat(slide.pattern()).isEqualTo(PatternKind.SLIDE);
            assertThat(slide.startedAt()).isEqualTo(Sightings.START.plus(Duration.ofDays(1)));
            assertThat(slide.endedAt()).isEqualTo(Sightings.START.plus(Duration.ofDays(4)));
            assertThat(slide.observations()).isEqualTo(3);
            assertThat(slide.percent()).hasToString("10.00");
            assertThat(slide.levelBefore()).hasToString("100.00");
            assertThat(slide.levelAfter()).hasToString("90.00");
        });
    }

    @Test
    void aRiseEndsASlideAndTwoFallsAreNone() {
        offer.sees(0, "100");
        offer.sees(1, "80");
        kinds(offer.sees(2, "70")).doesNotContain(PatternKind.SLIDE);
        offer.sees(3, "71");
        kinds(offer.sees(4, "60")).doesNotContain(PatternKind.SLIDE);
    }

    @Test
    void fallsThatTotalLessThanTenPercentAreNoSlideYet() {
        offer.sees(0, "100");
        offer.sees(1, "97");
        offer.sees(2, "94");
        kinds(offer.sees(3, "90.01")).isEmpty();
        kinds(offer.sees(4, "90")).containsExactly(PatternKind.SLIDE);
        kinds(offer.sees(5, "85")).containsExactly(PatternKind.SLIDE);
    }

    @Test
    void aRaiseThatIsGoneWithinAWeekIsASpike() {
        offer.sees(0, "100");
        offer.sees(1, "110");
        offer.sees(2, "115");

        assertThat(offer.sees(8, "105")).singleElement().satisfies(spike -> {
            assertThat(spike.pattern()).isEqualTo(PatternKind.SPIKE_AND_RETURN);
            assertThat(spike.startedAt()).isEqualTo(Sightings.START.plus(Duration.ofDays(1)));
            assertThat(spike.percent()).hasToString("15.00");
            assertThat(spike.levelBetween()).hasToString("115.00");
            assertThat(spike.listAmount()).isNull();
        });
        kinds(offer.sees(8.5, "100")).as("told once").isEmpty();
    }

    @Test
    void aRaiseUnderTenPercentOrGoneTooLateOrNotQuiteGoneIsNoSpike() {
        offer.sees(0, "100");
        offer.sees(1, "109.99");
        kinds(offer.sees(2, "100")).isEmpty();
        offer.sees(3, "110");
        kinds(offer.sees(4, "105.01")).isEmpty();
        kinds(offer.sees(10.01, "100")).isEmpty();
    }

    @Test
    void aRaiseTakenBackWithABeforePriceBesideItIsAFakeDiscount() {
        offer.sees(0, "100");
        offer.sees(1, "120");

        assertThat(offer.sees(15, "100", "120")).singleElement().satisfies(fake -> {
            assertThat(fake.pattern()).isEqualTo(PatternKind.FAKE_DISCOUNT);
            assertThat(fake.levelBefore()).hasToString("100.00");
            assertThat(fake.levelBetween()).hasToString("120.00");
            assertThat(fake.listAmount()).hasToString("120");
            assertThat(fake.percent()).hasToString("20.00");
        });
    }

    @Test
    void aClaimThatComesAfterTheCutCountsWithinTheFortnight() {
        offer.sees(0, "100");
        offer.sees(1, "120");
        kinds(offer.sees(2, "101")).containsExactly(PatternKind.SPIKE_AND_RETURN);
        kinds(offer.sees(3, "101", "120")).containsExactly(PatternKind.FAKE_DISCOUNT);
        kinds(offer.sees(4, "101", "120")).isEmpty();
    }

    @Test
    void withoutAClaimOrAfterAFortnightOrBelowThePastNothingIsFake() {
        offer.sees(0, "100");
        offer.sees(1, "120");
        kinds(offer.sees(9, "100")).isEmpty();
        kinds(offer.sees(15.01, "100", "120")).isEmpty();

        WatchedOffer honest = new WatchedOffer();
        honest.sees(0, "100");
        honest.sees(1, "120");
        kinds(honest.sees(2, "90", "120")).as("a real discount").isEmpty();
    }

    @Test
    void afterAReturnAnotherRaiseBeginsAnew() {
        offer.sees(0, "100");
        offer.sees(1, "120");
        offer.sees(2, "104");
        offer.sees(3, "130");

        assertThat(offer.sees(4, "104")).anySatisfy(spike -> {
            assertThat(spike.pattern()).isEqualTo(PatternKind.SPIKE_AND_RETURN);
            assertThat(spike.levelBefore()).hasToString("104.00");
        });
    }

    @Test
    void aDropInsideTheLastFortnightIsALastMinuteSale() {
        offer.sees(140, "100");
        offer.sees(142, "100");
        offer.sees(144, "100");
        kinds(offer.sees(146, "89")).as("15 days before departure").isEmpty();
        offer.sees(147, "100");
        assertThat(offer.sees(148, "85"))
                .filteredOn(found -> found.pattern() == PatternKind.LAST_MINUTE_SALE)
                .singleElement()
                .satisfies(sale -> {
                    assertThat(sale.leadDays()).isEqualTo(13);
                    assertThat(sale.percent()).hasToString("15.00");
                    assertThat(sale.levelBefore()).hasToString("100.00");
                });
    }

    @Test
    void theLastFortnightBeginsFourteenDaysBeforeDeparture() {
        offer.sees(140, "100");
        offer.sees(142, "100");
        offer.sees(144, "100");
        kinds(offer.sees(147, "89")).containsExactly(PatternKind.LAST_MINUTE_SALE);
    }

    @Test
    void anOfferWithoutAPriceAnyMoreIsSoldOutSinceTheFirstTimeSeenSo() {
        kinds(offer.seesNothing(0)).as("never had one").isEmpty();
        offer.sees(1, "100");
        offer.seesNothing(2);

        assertThat(offer.seesNothing(4)).singleElement().satisfies(gone -> {
            assertThat(gone.pattern()).isEqualTo(PatternKind.SELL_OUT);
            assertThat(gone.startedAt()).isEqualTo(Sightings.START.plus(Duration.ofDays(2)));
            assertThat(gone.endedAt()).isEqualTo(Sightings.START.plus(Duration.ofDays(4)));
            assertThat(gone.observations()).isEqualTo(2);
            assertThat(gone.levelBefore()).hasToString("100.00");
            assertThat(gone.levelAfter()).isNull();
        });
        offer.sees(5, "100");
        assertThat(offer.seesNothing(6))
                .singleElement()
                .satisfies(gone -> assertThat(gone.observations()).isEqualTo(1));
    }

    @Test
    void flappingIsToldAtEverySwitchAndItsDropsAreNoSale() {
        offer.sees(150, "100");
        offer.sees(151, "100");
        offer.sees(152, "100");
        offer.sees(153, "85");
        offer.sees(154, "100");
        List<PricePattern> third = offer.sees(155, "85");

        assertThat(third)
                .filteredOn(found -> found.pattern() == PatternKind.FLAPPING)
                .singleElement()
                .satisfies(flapping -> {
                    assertThat(flapping.observations()).isEqualTo(3);
                    assertThat(flapping.startedAt()).isEqualTo(Sightings.START.plus(Duration.ofDays(153)));
                    assertThat(flapping.percent()).hasToString("17.65");
                });
        kinds(third).doesNotContain(PatternKind.LAST_MINUTE_SALE);
        kinds(offer.sees(156, "85")).isEmpty();
    }

    @Test
    void aQuarantinedPriceIsPassedOver() {
        offer.sees(0, "100");
        offer.sees(1, "100");
        offer.sees(4, "100");
        kinds(offer.sees(5, "20")).isEmpty();
        kinds(offer.sees(6, "100")).as("no spike from 20").isEmpty();
        assertThat(offer.begun()).isNull();
    }

    @Test
    void anotherCurrencyStartsAnewAndNothingBegunIsKept() {
        offer.sees(0, "100");
        offer.sees(1, "95");
        offer.sees(2, "90");
        kinds(offer.seesIn("EUR", 3, "80")).isEmpty();

        assertThat(offer.begun()).isNull();
    }

    private static ListAssert<PatternKind> kinds(List<PricePattern> found) {
        return assertThat(found.stream().map(PricePattern::pattern).toList());
    }
}
