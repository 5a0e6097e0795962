package smarttravel.stack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code travel backtest} and {@code travel train} print of a small feed, and how they say that they cannot. */
class AdviceCommandsTest {
    private static final String MAPPING = """
            format: csv
            dates: [yyyy-MM-dd]
            fields:
              provider: {constant: acme}
              offerId: offer
              kind: {constant: FLIGHT}
              origin: {constant: EZE}
              destination: {constant: MIA}
              departure: departure
              amount: price
              currency: currency
              observedAt: seen
            """;

    @TempDir
    Path folder;

    private Path mapping = Path.of("");

    @BeforeEach
    void describeTheFeed() throws IOException {
        mapping = Files.writeString(folder.resolve("m.yaml"), MAPPING);
    }

    @Test
    void aBacktestTellsEveryPolicysFigures() throws IOException {
        Typed typed = travel("backtest", prices(10), "--output", "json");

        assertThat(typed.err()).contains("1 prices are not in USD");
        assertThat(typed.exit()).isZero();
        JsonNode json = new ObjectMapper().readTree(typed.out());
        assertThat(json.get("observations").asInt()).isEqualTo(120);
        assertThat(json.get("lines")).hasSize(7);
        JsonNode always = json.at("/lines/0");
        assertThat(always.get("policy").asText()).isEqualTo("ALWAYS_BUY");
        assertThat(always.at("/score/requests").asInt()).isEqualTo(12 * 4);
        assertThat(always.at("/score/saved").asDouble()).isZero();
        JsonNode clairvoyant = json.at("/lines/6/score");
        assertThat(clairvoyant.get("saved").asDouble())
                .isPositive()
                .isEqualTo(clairvoyant.get("possible").asDouble());
    }

    @Test
    void aBacktestIsATableForAPerson() throws IOException {
        Typed typed = travel("backtest", prices(10));

        assertThat(typed.exit()).isZero();
        assertThat(typed.out())
                .startsWith("prices.csv: 120 prices of 12 offers on 1 routes, 2026-03-01 to 2026-03-10; 48 requests")
                .contains("rule tuned on past days", "knows every price", "FLIGHT/EZE/MIA/USD", "2026-03-06");
    }

    @Test
    void aFeedWithoutARequestFailsWithTheReason() throws IOException {
        Typed typed = travel("backtest", prices(5));

        assertThat(typed.exit()).isEqualTo(1);
        assertThat(typed.err()).contains("prices.csv holds no request");
    }

    @Test
    void tooLittleToLearnFromWritesNoModel() throws IOException {
        Path model = folder.resolve("model.zip");

        Typed typed = travel("train", prices(10), "--model", model.toString());

        assertThat(typed.exit()).isEqualTo(1);
        assertThat(typed.err()).contains("holds too little to learn from");
        assertThat(model).doesNotExist();
    }

    @Test
    void aGivenModelIsJudgedOnTheDaysAfterThoseItWasLearntFromAlone() throws IOException {
        Path model = folder.resolve("model.zip");
        assertThat(travel("train", prices(50), "--model", model.toString(), "--rows", "600")
                        .exit())
                .isZero();

        Typed typed = travel("backtest", prices(60), "--model", model.toString(), "--output", "json");

        assertThat(typed.exit()).as(typed.err()).isZero();
        assertThat(typed.err()).contains(12 * 45 + " requests are left out", "was learnt from prices up to 2026-04-19");
        assertThat(new ObjectMapper()
                        .readTree(typed.out())
                        .at("/lines/0/score/requests")
                        .asInt())
                .isEqualTo(12 * 9);
        assertThat(travel("backtest", prices(60), "--model", mapping.toString()).err())
                .contains("is no model that can be judged");
    }

    @Test
    void aMissingFileOrOptionIsSaid() {
        assertThat(Typed.travel("backtest").exit()).isEqualTo(2);
        assertThat(Typed.travel("backtest", "--data", "prices.csv").exit()).isEqualTo(2);
        assertThat(travel("backtest", mapping, "--simulated", "7").exit()).isEqualTo(2);
        Typed missing = travel("backtest", folder.resolve("none.csv"));
        assertThat(missing.exit()).isEqualTo(1);
        assertThat(missing.err()).contains("none.csv cannot be read.");
        assertThat(travel("backtest", mapping, "--rows", "0").exit()).isEqualTo(1);
    }

    private Typed travel(String command, Path data, String... more) {
        String[] words = new String[5 + more.length];
        words[0] = command;
        words[1] = "--data";
        words[2] = data.toString();
        words[3] = "--mapping";
        words[4] = mapping.toString();
        System.arraycopy(more, 0, words, 5, more.length);
        return Typed.travel(words);
    }

    /** Twelve offers that are dearer on every third day, and one price in euros. */
    private Path prices(int days) throws IOException {
        StringBuilder csv = new StringBuilder("offer,departure,price,currency,seen\n");
        for (int day = 0; day < days; day++) {
            for (int offer = 0; offer < 12; offer++) {
                int price = 100 + offer + ((day + offer) % 3 == 0 ? 30 : 0);
                csv.append("F%d,%s,%d,USD,%s%n"
                        .formatted(
                                offer,
                                LocalDate.of(2026, 5, 1).plusDays(offer),
                                price,
                                LocalDate.of(2026, 3, 1).plusDays(day)));
            }
        }
        csv.append("F0,2026-05-01,90,EUR,2026-03-01\n");
        return Files.writeString(folder.resolve("prices.csv"), csv.toString());
    }
}
