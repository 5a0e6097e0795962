package smarttravel.ingest.rates;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import smarttravel.events.FxKind;
import smarttravel.events.FxRate;
import smarttravel.events.FxRates;
import smarttravel.events.RejectReason;
import smarttravel.events.Rejection.RejectedException;
import smarttravel.ingest.feeds.rows.FeedFormat;
import smarttravel.ingest.feeds.rows.RowCursor;
import smarttravel.ingest.feeds.rows.RowFile;
import smarttravel.ingest.yaml.Place;
import smarttravel.ingest.yaml.YamlFileException;
import smarttravel.ingest.yaml.YamlMap;
import smarttravel.ingest.yaml.YamlTree;

/**
 * What the columns of a table of rates mean: one row a day, one column per currency, each cell what one unit of the base
 * currency costs in it.
 *
 * @param absent texts that stand for no rate
 * @param column what the column of a currency is called, {@code {currency}} standing for its code in either case
 * @param place where the file says so, for complaints
 */
public record RateMapping(
        @Nullable FeedFormat format,
        Set<String> absent,
        String date,
        String base,
        FxKind kind,
        String column,
        Place place) {
    private static final String KEY = "rates";
    private static final String CODE = "{currency}";
    private static final String USD = "USD";
    private static final Map<String, FeedFormat> FORMATS =
            Map.of("csv", FeedFormat.CSV, "json", FeedFormat.JSON, "jsonl", FeedFormat.JSONL);

    /** Whether a mapping file is one of rates. */
    public static boolean isIn(Path path) throws IOException {
        return YamlTree.read(path).has(KEY);
    }

    /**
     * Reads a mapping file.
     *
     * @throws YamlFileException naming line and column of the first thing that is wrong
     * @throws IOException when the file cannot be read
     */
    public static RateMapping read(Path path) throws IOException {
        YamlMap top = YamlTree.read(path);
        top.allow(List.of("format", "absent", KEY));
        YamlMap rates = top.map(KEY);
        rates.allow(List.of("date", "base", "kind", "column"));
        String column = Objects.requireNonNullElse(rates.text("column"), CODE);
        if (!column.contains(CODE)) {
            throw rates.placeOfValue("column").complaint("column wants " + CODE + " in it");
        }
        return new RateMapping(
                top.choice("format", FORMATS).orElse(null),
                Set.copyOf(top.texts("absent")),
                require(rates, "date"),
                require(rates, "base"),
                rates.choice("kind", FxKind.byCode()).orElse(FxKind.OFFICIAL),
                column,
                rates.place());
    }

    private static String require(YamlMap rates, String key) {
        String text = rates.text(key);
        if (text == null) {
            throw rates.place().complaint("rates lacks '" + key + "'");
        }
        return text;
    }

    RowFile rowsOf(Path file) {
        return new RowFile(file, format, ',', StandardCharsets.UTF_8);
    }

    /**
     * The columns that hold rates, by currency.
     *
     * @throws YamlFileException when the file lacks the dates, or the dollar that its rates are to be told in
     */
    Map<String, String> currencies(List<String> columnsOfFile) {
        if (!columnsOfFile.contains(date)) {
            throw place.complaint("the file has no column '" + date + "'");
        }
        Map<String, String> byCurrency = new LinkedHashMap<>();
        for (String name : columnsOfFile) {
            String code = code(name);
            if (code != null && FxRates.isCurrency(code)) {
                byCurrency.putIfAbsent(code, name);
            }
        }
        byCurrency.remove(base);
        if (!base.equals(USD) && !byCurrency.containsKey(USD)) {
            throw place.complaint("the file has no column of USD, and its base is " + base);
        }
        if (byCurrency.isEmpty()) {
            throw place.complaint("the file has no column of a currency that is called " + column);
        }
        return byCurrency;
    }

    private @Nullable String code(String name) {
        int at = column.indexOf(CODE);
        String before = column.substring(0, at);
        String after = column.substring(at + CODE.length());
        boolean fits = name.length() == before.length() + 3 + after.length()
                && name.startsWith(before)
                && name.endsWith(after);
        return fits ? name.substring(at, at + 3).toUpperCase(Locale.ROOT) : null;
    }

    /**
     * The rates of one row.
     *
     * @param columns of {@link #currencies}; the row was opened with the date's column first and theirs after it
     * @throws RejectedException when the row cannot be used
     */
    List<FxRate> rates(RowCursor row, List<String> columns) {
        String day = row.value(0);
        if (day == null || day.isBlank()) {
            throw new RejectedException(RejectReason.MISSING_FIELD, date + " is missing");
        }
        Map<String, BigDecimal> perBase = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            String text = row.value(i + 1);
            String stripped = text == null ? "" : text.strip();
            if (!stripped.isEmpty() && !absent.contains(stripped)) {
                perBase.put(columns.get(i), FxRates.number(stripped));
            }
        }
        BigDecimal usdPerBase = base.equals(USD) ? BigDecimal.ONE : perBase.remove(USD);
        if (usdPerBase == null) {
            throw new RejectedException(RejectReason.MISSING_FIELD, "the rate of USD is missing");
        }
        List<FxRate> rates = new ArrayList<>();
        if (!base.equals(USD)) {
            rates.add(FxRates.checked(base, kind.code(), day.strip(), usdPerBase.toPlainString()));
        }
        perBase.forEach((currency, units) -> rates.add(rate(currency, day.strip(), usdPerBase, units)));
        return rates;
    }

    private FxRate rate(String currency, String day, BigDecimal usdPerBase, BigDecimal units) {
        if (units.signum() == 0) {
            throw new RejectedException(
                    RejectReason.AMOUNT_NOT_POSITIVE, "the rate of " + currency + " must be above 0");
        }
        BigDecimal usd = usdPerBase.divide(units, MathContext.DECIMAL64);
        return FxRates.checked(currency, kind.code(), day, usd.toPlainString());
    }
}
