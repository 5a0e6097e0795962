package smarttravel.jobs.comparables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordSimilarityTest {
    @ParameterizedTest
    @CsvSource({"martha, marhta, 0.9611", "jardin, jardines, 0.95", "mar, mare, 0", "h10, h11, 0", "sol, sol, 1"})
    void isJarosMeasureWithWinklersBonus(String one, String other, double likeness) {
        assertThat(WordSimilarity.of(one, other)).isEqualTo(likeness, within(0.0001));
        assertThat(WordSimilarity.of(other, one)).isEqualTo(likeness, within(0.0001));
    }

    @Test
    void theQuickNoIsNeverWrong() {
        JaroWinklerSimilarity slow = new JaroWinklerSimilarity();
        Random random = new Random(5);
        int alike = 0;
        for (int i = 0; i < 20_000; i++) {
            String one = word(random);
            StringBuilder changed = new StringBuilder(one);
            changed.setCharAt(random.nextInt(one.length()), (char) ('a' + random.nextInt(5)));
            changed.insert(random.nextInt(changed.length()), (char) ('a' + random.nextInt(5)));
            double exact = slow.apply(one, changed.toString());
            if (exact >= NameSimilarity.SAME_WORD) {
                alike++;
                assertThat(WordSimilarity.of(one, changed.toString()))
                        .as("%s %s", one, changed)
                        .isEqualTo(exact);
            }
        }
        assertThat(alike).isGreaterThan(1_000);
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        for (int length = 4 + random.nextInt(8); word.length() < length; ) {
            word.append((char) ('a' + random.nextInt(5)));
        }
        return word.toString();
    }
}
