package smarttravel.jobs.drops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceDropRuleTest {
    private final JudgedOffer offer = new JudgedOffer(PriceDropRule.DEFAULT);

    @Test
    void isUntrackedUntilThereAreThreeEarlierPrices() {
        offer.sees(0, "100");
        offer.sees(4, "100");

        assertThat(offer.sees(5, "50")).isEqualTo(new PriceVerdict.Untracked());
        assertThat(offer.sees(6, "49")).isInstanceOf(PriceVerdict.Drop.class);
    }

    @Test
    void isUntrackedUntilTheFirstPriceIsThreeDaysOld() {
        offer.sees(0, "100");
        offer.sees(1, "100");
        offer.sees(2, "100");

        assertThat(offer.sees(Duration.ofDays(3).minusMillis(1), "90", "USD")).isEqualTo(new PriceVerdict.Untracked());
        assertThat(offer.sees(Duration.ofDays(3), "90", "USD")).isInstanceOf(PriceVerdict.Drop.class);
    }

    @ParameterizedTest(name = "{0} against a baseline of 100 is {1}")
    @CsvSource({
        "100,      Ordinary",
        "90.0001,  Ordinary",
        "90,       Drop",
        "40.0001,  Drop",
        "40,       Suspect",
        "0.0001,   Suspect"
    })
    void thePercentagesAreReachedExactly(String price, String verdict) {
        track("100");

        assertThat(offer.sees(4, price).getClass().getSimpleName()).isEqualTo(verdict);
    }

    @Test
    void aDropCarriesItsEvidence() {
        offer.sees(0, "100");
        offer.sees(1, "100");
        offer.sees(2, "95");
        offer.sees(2.5, "110");

        PriceVerdict verdict = offer.sees(4.9, "89");

        assertThat(verdict).isEqualTo(new PriceVerdict.Drop(100_0000, 110_0000, true, 4, 4));
    }

    @Test
    void theBaselineIsThePriceThatWasInForceHalfTheTime() {
        // Given 100 for exactly as long as 200, the smaller price reaches half
        offer.sees(0, "100");
        offer.sees(2, "200");
        offer.sees(3, "200");

        assertThat(offer.sees(4, "95")).isEqualTo(new PriceVerdict.Ordinary(100_0000));
    }

    @Test
    void aMomentLongerAndTheLargerPriceIsTheBaseline() {
        offer.sees(0, "100");
        offer.sees(2, "200");
        offer.sees(3, "200");

        assertThat(offer.sees(Duration.ofDays(4).plusMillis(1), "95", "USD"))
                .isEqualTo(new PriceVerdict.Drop(200_0000, 200_0000, true, 3, 4));
    }

    @Test
    void aPriceThatBeganBeforeTheWindowCountsFromItsStart() {
        // Given 200 for a year, of which four days lie in the window [16, 30), and 100 for the ten days after
        offer.sees(-345, "200");
        offer.sees(-300, "200");
        offer.sees(20, "100");

        assertThat(offer.sees(30, "95")).isEqualTo(new PriceVerdict.Ordinary(100_0000));
    }

    @Test
    void aPriceThatEndedAtTheWindowsStartHasNoPartInIt() {
        offer.sees(0, "300");
        offer.sees(4, "100");
        offer.sees(11, "200");

        // [4, 18): 100 and 200 for seven days each, 300 not at all
        assertThat(offer.sees(18, "95")).isEqualTo(new PriceVerdict.Ordinary(100_0000));
        assertThat(offer.state().since()).hasSize(3);
    }

    @Test
    void aPriceThatEndedAMomentLaterStillHas() {
        offer.sees(0, "300");
        offer.sees(4, "100");
        offer.sees(11, "200");

        // 100 for seven days, 200 for a millisecond less, 300 for the one before
        assertThat(offer.sees(Duration.ofDays(18).minusMillis(1), "95", "USD"))
                .isEqualTo(new PriceVerdict.Ordinary(100_0000));
        assertThat(offer.state().since()).hasSize(4);
    }

    @Test
    void onePriceSinceBeforeTheWindowIsItsBaseline() {
        track("100");

        assertThat(offer.sees(400, "90")).isEqualTo(new PriceVerdict.Drop(100_0000, 100_0000, true, 4, 400));
    }

    @Test
    void aSuspectIsNoPartOfTheHistory() {
        track("100");
        OfferPriceState before = offer.state();

        assertThat(offer.sees(4, "40")).isEqualTo(new PriceVerdict.Suspect(100_0000));

        assertThat(offer.state()).usingRecursiveComparison().isEqualTo(before.withSuspicion(true));
        assertThat(offer.sees(30, "89")).isEqualTo(new PriceVerdict.Drop(100_0000, 100_0000, true, 4, 30));
    }

    @Test
    void aSecondSuspectInARowIsJudgedAsAnyPrice() {
        track("100");
        offer.sees(4, "40");

        assertThat(offer.sees(5, "39")).isEqualTo(new PriceVerdict.Drop(100_0000, 100_0000, true, 4, 5));
        assertThat(offer.sees(6, "30"))
                .as("the price after a confirmed suspect may be suspected anew")
                .isEqualTo(new PriceVerdict.Suspect(100_0000));
    }

    @Test
    void anOrdinaryPriceEndsTheSuspicion() {
        track("100");
        offer.sees(4, "40");
        offer.sees(5, "100");

        assertThat(offer.sees(6, "40")).isInstanceOf(PriceVerdict.Suspect.class);
    }

    @Test
    void firesOnceUntilItIsArmedAgain() {
        track("100");

        assertThat(offer.sees(4, "90")).isInstanceOf(PriceVerdict.Drop.class);
        assertThat(offer.sees(4.1, "90")).isInstanceOf(PriceVerdict.Ordinary.class);
        assertThat(offer.sees(4.2, "94.9999")).isInstanceOf(PriceVerdict.Ordinary.class);
        assertThat(offer.sees(4.3, "88")).isInstanceOf(PriceVerdict.Ordinary.class);
    }

    @Test
    void whileDisarmedFiresAtTenPercentBelowThePriceThatFiredLast() {
        track("100");
        offer.sees(4, "90");

        assertThat(offer.sees(4.1, "81.0001")).isInstanceOf(PriceVerdict.Ordinary.class);
        assertThat(offer.sees(4.2, "81")).isInstanceOf(PriceVerdict.Drop.class);
        assertThat(offer.sees(4.3, "80")).isInstanceOf(PriceVerdict.Ordinary.class);
        assertThat(offer.sees(4.4, "72.9")).isInstanceOf(PriceVerdict.Drop.class);
    }

    @Test
    void isArmedAgainByAPriceWithinFivePercentOfTheBaseline() {
        track("100");
        offer.sees(4, "90");
        offer.sees(4.1, "95");

        assertThat(offer.sees(4.2, "90")).isInstanceOf(PriceVerdict.Drop.class);
    }

    @Test
    void isArmedAgainByTheBaselineOfThatMoment() {
        // Given it fired at 90 and that price became the baseline
        track("100");
        offer.sees(4, "90");
        assertThat(offer.sees(20, "90")).isEqualTo(new PriceVerdict.Ordinary(90_0000));

        assertThat(offer.sees(21, "81")).isEqualTo(new PriceVerdict.Drop(90_0000, 90_0000, true, 6, 21));
    }

    @Test
    void aNewLowIsBelowEveryEarlierPrice() {
        offer.sees(0, "80");
        offer.sees(1, "100");
        offer.sees(2, "100");

        assertThat(offer.sees(5, "80")).isEqualTo(new PriceVerdict.Drop(100_0000, 100_0000, false, 3, 5));
        assertThat(offer.sees(5.1, "95")).isInstanceOf(PriceVerdict.Ordinary.class);
        assertThat(offer.sees(5.2, "79.9999")).isEqualTo(new PriceVerdict.Drop(100_0000, 95_0000, true, 5, 5));
    }

    @Test
    void aSuspectIsNoLow() {
        track("100");
        offer.sees(4, "30");

        assertThat(offer.sees(5, "89")).isEqualTo(new PriceVerdict.Drop(100_0000, 100_0000, true, 4, 5));
    }

    @Test
    void aNewCurrencyStartsTheHistoryAnew() {
        track("100");
        offer.sees(4, "90");

        assertThat(offer.sees(Duration.ofDays(5), "10", "EUR")).isEqualTo(new PriceVerdict.Untracked());

        assertThat(offer.state())
                .usingRecursiveComparison()
                .isEqualTo(OfferPriceState.empty("EUR").with(Duration.ofDays(5).toMillis(), 10_0000, 0));
        assertThat(offer.sees(Duration.ofDays(6), "100", "USD")).isEqualTo(new PriceVerdict.Untracked());
    }

    @Test
    void refusesSharesThatMakeNoSense() {
        assertThatThrownBy(() -> new PriceDropRule(Duration.ofDays(14), 3, Duration.ofDays(3), 100, 100, 100, 600))
                .hasMessageContaining("rearmPermille");
        assertThatThrownBy(() -> new PriceDropRule(Duration.ofDays(14), 3, Duration.ofDays(3), 100, 1000, 50, 600))
                .hasMessageContaining("1000");
        assertThatThrownBy(() -> new PriceDropRule(Duration.ZERO, 3, Duration.ofDays(3), 100, 100, 50, 600))
                .hasMessageContaining("window");
    }

    private void track(String price) {
        for (int day = 0; day < 4; day++) {
            offer.sees(day, price);
        }
    }
}
