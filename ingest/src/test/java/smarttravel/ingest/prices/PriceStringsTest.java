package smarttravel.ingest.prices;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import smarttravel.ingest.prices.PriceReading.Price;

/** Price texts of many countries' shops that people marked by hand, where they lie beside the project. */
class PriceStringsTest {
    private static final Path CASES = requireNonNull(
                    Path.of("").toAbsolutePath().getParent())
            .resolveSibling("shared/data/price-strings/cases.json");

    /** The signs of the collection that mean one currency, and which; an empty text where the text must leave it open. */
    private static final Map<String, String> CURRENCIES = Map.ofEntries(
            Map.entry("€", "EUR"),
            Map.entry("euro", "EUR"),
            Map.entry("£", "GBP"),
            Map.entry("Kč", "CZK"),
            Map.entry("zł", "PLN"),
            Map.entry("руб.", "RUB"),
            Map.entry("руб", "RUB"),
            Map.entry("р.", "RUB"),
            Map.entry("Р", "RUB"),
            Map.entry("₽", "RUB"),
            Map.entry("грн.", "UAH"),
            Map.entry("грн", "UAH"),
            Map.entry("лв.", "BGN"),
            Map.entry("R$", "BRL"),
            Map.entry("₫", "VND"),
            Map.entry("Rp", "IDR"),
            Map.entry("lei", "RON"),
            Map.entry("Ft", "HUF"),
            Map.entry("TL", "TRY"),
            Map.entry("NT$", "TWD"),
            Map.entry("KD", "KWD"),
            Map.entry("₹", "INR"),
            Map.entry("ریال", "IRR"),
            Map.entry("تومان", ""),
            Map.entry("kr", ""));

    private @Nullable JsonNode cases;

    @BeforeEach
    void load() throws IOException {
        assumeTrue(Files.exists(CASES), "skipped: there is no shared/data/price-strings beside the project");
        cases = new ObjectMapper().readTree(CASES.toFile());
    }

    @Test
    void everyAmountIsRight() {
        List<String> wrong = wrongAmounts(false);

        assertThat(wrong).isEmpty();
    }

    @Test
    void allButSevenOfTheStretchGoalsAreRight() {
        List<String> wrong = wrongAmounts(true);

        assertThat(wrong).hasSize(7);
        assertThat(wrong)
                .filteredOn(text -> text.matches(".*\\d.*"))
                .as("six hold no digit at all, and a cent is refused rather than read as a whole unit")
                .containsExactly("1 ¢");
    }

    @Test
    void everyCurrencyThatIsNamedIsRight() {
        List<String> wrong = new ArrayList<>();
        for (JsonNode each : requireNonNull(cases)) {
            String sign = each.get("currency").asText();
            String wanted = sign.matches("[A-Z]{3}") ? sign : CURRENCIES.get(sign);
            if (wanted != null && !each.get("amount").isNull() && read(each) instanceof Price price) {
                String found = price.currency().orElse("");
                if (!found.equals(wanted.equals("LEI") ? "RON" : wanted)) {
                    wrong.add(each + " gave " + found);
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    private List<String> wrongAmounts(boolean stretch) {
        List<String> wrong = new ArrayList<>();
        for (JsonNode each : requireNonNull(cases)) {
            boolean isStretch = each.get("list").asText().contains("XFAIL")
                    || each.get("xfail").asBoolean();
            if (isStretch == stretch && !isRight(each, read(each))) {
                wrong.add(each.get("price_raw").asText());
            }
        }
        return wrong;
    }

    private static boolean isRight(JsonNode each, PriceReading reading) {
        JsonNode amount = each.get("amount");
        return reading instanceof Price price
                ? !amount.isNull() && price.amount().compareTo(new BigDecimal(amount.asText())) == 0
                : amount.isNull();
    }

    private static PriceReading read(JsonNode each) {
        PriceHint hint = new PriceHint(
                text(each, "currency_raw"),
                Optional.empty(),
                text(each, "decimal_separator").map(sign -> sign.charAt(0)),
                text(each, "digit_group_separator").map(sign -> sign.charAt(0)));
        return PriceParser.read(text(each, "price_raw").orElse(""), hint);
    }

    private static Optional<String> text(JsonNode each, String field) {
        return each.hasNonNull(field) ? Optional.of(each.get(field).asText()) : Optional.empty();
    }
}
