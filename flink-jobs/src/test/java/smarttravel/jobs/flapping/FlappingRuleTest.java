package smarttravel.jobs.flapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FlappingRuleTest {
    private static final FlappingRule RULE = FlappingRule.DEFAULT;
    private static final long DAY = Duration.ofDays(1).toMillis();

    @Test
    void theThirdSwitchWithinAFortnightMakesAnOfferFlap() {
        assertThat(daily(100, 120, 100, 120)).containsExactly(false, false, false, true);
    }

    @Test
    void aPriceWithinOnePercentOfALevelIsOnIt() {
        assertThat(daily(1000, 1200, 1010, 1188, 991, 1212)).endsWith(true, true, true);
        assertThat(daily(1000, 1200, 1011, 1188, 991, 1212)).containsOnly(false);
    }

    @Test
    void levelsLessThanFivePercentApartAreOne() {
        assertThat(daily(1000, 1049, 1000, 1049, 1000)).containsOnly(false);
        assertThat(daily(1000, 1050, 1000, 1050, 1000)).endsWith(true, true);
    }

    @Test
    void aThirdLevelEndsIt() {
        assertThat(daily(100, 120, 100, 120, 90, 120, 90, 120))
                .containsExactly(false, false, false, true, false, false, true, true);
    }

    @Test
    void switchesSpreadOverMoreThanAFortnightAreNone() {
        assertThat(every(7 * DAY, 100, 120, 100, 120)).endsWith(true);
        assertThat(every(7 * DAY + 1, 100, 120, 100, 120)).containsOnly(false);
    }

    @Test
    void itStopsByItselfWhenTheSwitchesAreOld() {
        FlappingState state = null;
        long previous = 0;
        for (int day = 0; day < 4; day++) {
            long amount = day % 2 == 0 ? 100 : 120;
            state = RULE.after(state, previous, day * DAY, amount);
            previous = amount;
        }
        assertThat(RULE.isFlapping(state, 15 * DAY)).isTrue();
        assertThat(RULE.isFlapping(state, 15 * DAY + 1)).isFalse();
        assertThat(RULE.after(state, 120, 17 * DAY, 120))
                .as("kept while its last switch counts")
                .isNotNull();
        assertThat(RULE.after(state, 120, 17 * DAY + 1, 120)).isNull();
    }

    @Test
    void anotherCurrencyStartsAnew() {
        FlappingState pair = RULE.after(null, 100, DAY, 120);

        assertThat(RULE.after(pair, 0, 2 * DAY, 100)).isNull();
    }

    @Test
    void keepsNoMoreSwitchesThanItCounts() {
        FlappingState state = null;
        for (int day = 1; day < 40; day++) {
            state = RULE.after(state, day % 2 == 0 ? 100 : 120, day * DAY, day % 2 == 0 ? 120 : 100);
        }

        assertThat(state).isNotNull().satisfies(kept -> {
            assertThat(kept.switchedAt()).containsExactly(37 * DAY, 38 * DAY, 39 * DAY);
            assertThat(kept.switches()).isEqualTo(39);
            assertThat(kept.firstAt()).isEqualTo(DAY);
        });
    }

    @Test
    void levelsThatCannotBeToldApartAreRefused() {
        assertThatThrownBy(() -> new FlappingRule(Duration.ofDays(14), 3, 30, 50))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Boolean> daily(long... amounts) {
        return every(DAY, amounts);
    }

    private static List<Boolean> every(long pace, long... amounts) {
        List<Boolean> flaps = new ArrayList<>();
        @Nullable FlappingState state = null;
        long previous = 0;
        for (int i = 0; i < amounts.length; i++) {
            state = RULE.after(state, previous, i * pace, amounts[i]);
            flaps.add(RULE.isFlapping(state, i * pace));
            previous = amounts[i];
        }
        return flaps;
    }
}
