package smarttravel.stack.cli;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import smarttravel.ingest.prices.PriceHint;
import smarttravel.ingest.prices.PriceParser;
import smarttravel.ingest.prices.PriceReading;
import smarttravel.ingest.prices.PriceReading.NoPrice;
import smarttravel.ingest.prices.PriceReading.Price;

/** {@code travel parse-price}: what a page's words about a price mean. Needs no running stack. */
@Command(
        name = "parse-price",
        description = "Read an amount and its currency from a text, as JSON.",
        mixinStandardHelpOptions = true)
final class ParsePriceCommand implements Callable<Integer> {
    private final ObjectMapper json = new ObjectMapper();

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "TEXT", description = "The text, such as 'desde USD 1.299'.")
    private @Nullable String text;

    @Option(
            names = "--file",
            paramLabel = "CASES.json",
            description = "Objects with price_raw and currency_raw, in an array or one a line: one answer a line.")
    private @Nullable Path file;

    @Option(
            names = "--currency-hint",
            paramLabel = "CURRENCY",
            description = "What the site sells in: an ISO 4217 code, a sign or a word.")
    private @Nullable String currencyHint;

    @Option(names = "--locale", paramLabel = "LOCALE", description = "Language and country of the site, such as es-AR.")
    private @Nullable String locale;

    @Override
    public Integer call() throws IOException {
        if ((text == null) == (file == null)) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(), "Give either a text or --file CASES.json.");
        }
        PriceHint hint = new PriceHint(Optional.ofNullable(currencyHint), Optional.ofNullable(locale()));
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        if (file == null) {
            out.println(line(PriceParser.read(Objects.requireNonNull(text), hint)));
        } else {
            readAll(file, hint, out);
        }
        return 0;
    }

    private @Nullable Locale locale() {
        if (locale == null) {
            return null;
        }
        Locale named = Locale.forLanguageTag(locale.replace('_', '-'));
        if (named.getLanguage().isEmpty()) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(), "'" + locale + "' is not a locale such as es-AR.");
        }
        return named;
    }

    private void readAll(Path cases, PriceHint hint, PrintWriter out) throws IOException {
        if (!Files.isReadable(cases) || Files.isDirectory(cases)) {
            throw new CommandFailedException(cases + " cannot be read.");
        }
        int number = 0;
        try (MappingIterator<JsonNode> each = json.readerFor(JsonNode.class).readValues(cases.toFile())) {
            while (each.hasNextValue()) {
                number++;
                out.println(line(read(each.nextValue(), hint, number)));
            }
        } catch (JacksonException e) {
            throw new CommandFailedException(cases.getFileName() + " is not JSON: " + message(e));
        }
    }

    private static String message(JacksonException e) {
        return e.getOriginalMessage()
                + (e.getLocation() == null
                        ? ""
                        : " (line " + e.getLocation().getLineNr() + ", column "
                                + e.getLocation().getColumnNr() + ")");
    }

    private static PriceReading read(JsonNode each, PriceHint hint, int number) {
        if (!each.isObject() || !each.has("price_raw")) {
            throw new CommandFailedException("Value " + number + " is not an object with price_raw.");
        }
        Optional<String> currency = text(each, "currency_raw", number).or(hint::currency);
        PriceHint own = new PriceHint(
                currency,
                hint.locale(),
                separator(each, "decimal_separator", number),
                separator(each, "digit_group_separator", number));
        return PriceParser.read(text(each, "price_raw", number).orElse(""), own);
    }

    private static Optional<Character> separator(JsonNode each, String field, int number) {
        return text(each, field, number).filter(sign -> sign.length() == 1).map(sign -> sign.charAt(0));
    }

    private static Optional<String> text(JsonNode each, String field, int number) {
        JsonNode value = each.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw new CommandFailedException("Value " + number + ": " + field + " is not a text.");
        }
        return Optional.of(value.asText());
    }

    private String line(PriceReading reading) throws JsonProcessingException {
        Map<String, @Nullable String> fields = new LinkedHashMap<>();
        if (reading instanceof Price price) {
            fields.put("amount", price.amount().toPlainString());
            fields.put("currency", price.currency().orElse(null));
            price.listAmount().ifPresent(amount -> fields.put("listAmount", amount.toPlainString()));
            price.taxes().ifPresent(amount -> fields.put("taxes", amount.toPlainString()));
        } else if (reading instanceof NoPrice none) {
            fields.put("amount", null);
            fields.put("currency", null);
            fields.put("reason", none.reason().code());
            fields.put("message", none.message());
        }
        return json.writeValueAsString(fields);
    }
}
