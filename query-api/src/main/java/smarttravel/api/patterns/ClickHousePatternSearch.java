package smarttravel.api.patterns;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import smarttravel.api.database.ClickHouseQueries;
import smarttravel.api.database.Conditions;
import smarttravel.api.database.Row;
import smarttravel.api.offers.Money;
import smarttravel.api.paging.PageRequest;
import smarttravel.api.paging.Position;
import smarttravel.api.paging.Slice;
import smarttravel.events.Kind;

/** Patterns in {@code travel.price_patterns}, which is sorted by market, pattern and start. */
public final class ClickHousePatternSearch implements PatternSearch {
    private static final String NEWEST_FIRST = "-toUnixTimestamp64Milli(started_at)";

    private final ClickHouseQueries queries;

    public ClickHousePatternSearch(ClickHouseQueries queries) {
        this.queries = queries;
    }

    @Override
    public Slice<Pattern> search(PatternQuery query, PageRequest page) {
        Conditions conditions = new Conditions()
                .andIf(query.market(), "market = ?")
                .andIf(query.pattern(), "pattern = ?")
                .andIf(query.destination(), "destination = ?")
                .andIf(query.provider(), "provider = ?")
                .andIf(
                        query.since().map(since -> Long.toString(since.toEpochMilli())),
                        "ended_at >= fromUnixTimestamp64Milli(toInt64(?), 'UTC')");
        page.after()
                .ifPresent(last -> conditions.and(
                        "(" + NEWEST_FIRST + ", provider, offer_id, pattern) > (toInt64(?), ?, ?, ?)",
                        last.values().toArray(String[]::new)));
        String sql = """
                SELECT pattern, provider, offer_id, kind, market, destination, toString(departure) AS departure_day,
                    toUnixTimestamp64Milli(started_at) AS started_ms, toUnixTimestamp64Milli(ended_at) AS ended_ms,
                    observations, `percent`, level_before, level_between, level_after, list_amount, currency, lead_days
                FROM travel.price_patterns
                WHERE %s
                ORDER BY %s, provider, offer_id, pattern
                LIMIT %d""".formatted(conditions.sql(), NEWEST_FIRST, page.rowsToRead());
        List<Pattern> read = queries.list(sql, conditions.arguments(), ClickHousePatternSearch::pattern);
        return Slice.cut(read, page, ClickHousePatternSearch::position);
    }

    private static Position position(Pattern pattern) {
        return Position.of(
                Long.toString(-pattern.startedAt().toEpochMilli()),
                pattern.provider(),
                pattern.offerId(),
                pattern.pattern().toString());
    }

    private static Pattern pattern(Row row) throws SQLException {
        Optional<String> currency = row.findText("currency");
        return new Pattern(
                PatternKind.of(row.text("pattern")),
                row.text("provider"),
                row.text("offer_id"),
                Kind.valueOf(row.text("kind")),
                row.text("market"),
                row.text("destination"),
                row.date("departure_day"),
                row.instant("started_ms"),
                row.instant("ended_ms"),
                row.whole("observations"),
                row.findDecimal("percent").orElse(null),
                Money.of(row.findDecimal("level_before"), currency).orElse(null),
                Money.of(row.findDecimal("level_between"), currency).orElse(null),
                Money.of(row.findDecimal("level_after"), currency).orElse(null),
                Money.of(row.findDecimal("list_amount"), currency).orElse(null),
                row.small("lead_days"));
    }
}
