package smarttravel.api.markets;

import java.sql.SQLException;
import java.util.List;
import smarttravel.api.database.ClickHouseQueries;
import smarttravel.api.database.Conditions;
import smarttravel.api.database.Row;
import smarttravel.api.paging.PageRequest;
import smarttravel.api.paging.Position;
import smarttravel.api.paging.Slice;

/** Markets as {@code travel.seasonal_levels} knows them, and their days in the view {@code travel.market_days}. */
public final class ClickHouseMarkets implements Markets {
    private final ClickHouseQueries queries;

    public ClickHouseMarkets(ClickHouseQueries queries) {
        this.queries = queries;
    }

    @Override
    public Slice<MarketListing> list(MarketSelection selection, PageRequest page) {
        Conditions conditions = new Conditions()
                .andIf(selection.kind(), "splitByChar('/', toString(market))[1] = ?")
                .andIf(selection.origin(), "splitByChar('/', toString(market))[2] = ?")
                .andIf(selection.destination(), "splitByChar('/', toString(market))[3] = ?");
        page.after().ifPresent(last -> conditions.and("market > ?", last.value(0)));
        String sql = """
                SELECT market,
                    sum(offers) AS all_offers,
                    max(observations) AS all_observations,
                    toString(toDate(min(first_observed_at))) AS first_day,
                    toString(toDate(max(last_observed_at))) AS last_day
                FROM travel.seasonal_levels
                WHERE %s
                GROUP BY market
                ORDER BY market
                LIMIT %d""".formatted(conditions.sql(), page.rowsToRead());
        List<MarketListing> read = queries.list(sql, conditions.arguments(), ClickHouseMarkets::listing);
        return Slice.cut(read, page, listing -> Position.of(listing.market()));
    }

    @Override
    public Slice<MarketDay> days(String market, Days days, PageRequest page) {
        Conditions conditions = new Conditions()
                .and("market = ?", market)
                .andIf(days.from(), "day >= toDate(?)")
                .andIf(days.to(), "day <= toDate(?)");
        page.after().ifPresent(last -> conditions.and("day > toDate(?)", last.value(0)));
        String sql = """
                SELECT toString(day) AS day_text, offers, minimum, p25, median, p75,
                    change_7d_percent, operators_7d_percent, currency_7d_percent, dropped_share
                FROM travel.market_days
                WHERE %s
                ORDER BY day
                LIMIT %d""".formatted(conditions.sql(), page.rowsToRead());
        List<MarketDay> read = queries.list(sql, conditions.arguments(), ClickHouseMarkets::day);
        return Slice.cut(read, page, day -> Position.of(day.day().toString()));
    }

    @Override
    public List<MarketMetrics.AtLead> metrics(String market) {
        String sql = """
                SELECT lead_bucket, status, observations, offers, minimum, q1, median, q3, maximum,
                    toUnixTimestamp64Milli(first_observed_at) AS first_ms,
                    toUnixTimestamp64Milli(last_observed_at) AS last_ms
                FROM travel.market_lead_metrics
                WHERE market = ?
                ORDER BY lead_bucket""";
        return queries.list(sql, List.of(market), ClickHouseMarkets::atLead);
    }

    @Override
    public boolean exists(String market) {
        String sql = "SELECT market FROM travel.seasonal_levels WHERE market = ? LIMIT 1";
        return !queries.list(sql, List.of(market), row -> row.text("market")).isEmpty();
    }

    private static MarketListing listing(Row row) throws SQLException {
        return MarketListing.of(
                row.text("market"),
                row.whole("all_offers"),
                row.whole("all_observations"),
                row.date("first_day"),
                row.date("last_day"));
    }

    private static MarketMetrics.AtLead atLead(Row row) throws SQLException {
        return new MarketMetrics.AtLead(
                LeadDays.startingAt(row.small("lead_bucket")),
                row.text("status"),
                row.whole("observations"),
                row.whole("offers"),
                row.instant("first_ms"),
                row.instant("last_ms"),
                row.number("minimum"),
                row.number("q1"),
                row.number("median"),
                row.number("q3"),
                row.number("maximum"));
    }

    private static MarketDay day(Row row) throws SQLException {
        return MarketDay.of(
                row.date("day_text"),
                row.whole("offers"),
                new MarketDay.Quartiles(
                        row.number("minimum"), row.number("p25"), row.number("median"), row.number("p75")),
                row.numberOrAbsent("change_7d_percent"),
                row.numberOrAbsent("operators_7d_percent"),
                row.numberOrAbsent("currency_7d_percent"),
                row.number("dropped_share"));
    }
}
