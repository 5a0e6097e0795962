package smarttravel.ingest.selectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordTableTest {
    private final WordTable table =
            new WordTable(Map.of("Pensión", "HB", "Pensión completa", "FB", "AI", "AI", "$0", "free"));

    @ParameterizedTest
    @CsvSource({
        "pensión completa, FB",
        "Media PENSIÓN, HB",
        "Régimen: pensión completa con bebidas, FB",
        "AI, AI",
        "(ai), AI",
        "hoy $0!, free"
    })
    void theLongestWordThatStandsInTheTextIsMeant(String text, String meaning) {
        assertThat(table.meaning(text)).isEqualTo(meaning);
    }

    @ParameterizedTest
    @CsvSource({"Buenos Aires", "pensiones", "''", "mai"})
    void aPartOfAnotherWordMeansNothing(String text) {
        assertThat(table.meaning(text)).isNull();
    }
}
