package smarttravel.api.trends;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import smarttravel.api.database.ClickHouseQueries;
import smarttravel.api.database.Conditions;
import smarttravel.api.database.Row;
import smarttravel.api.paging.PageRequest;
import smarttravel.api.paging.Position;
import smarttravel.api.paging.Slice;
import smarttravel.api.trends.BookingCurve.LeadBucket;
import smarttravel.api.trends.SeasonalTrend.CalendarMonth;
import smarttravel.api.trends.SeasonalTrend.MonthLevel;

/** Trends in {@code travel.seasonal_levels}, {@code travel.seasonal_index} and {@code travel.booking_curve}. */
public final class ClickHouseTrends implements Trends {
    private final ClickHouseQueries queries;

    public ClickHouseTrends(ClickHouseQueries queries) {
        this.queries = queries;
    }

    @Override
    public Slice<SeasonalTrend> seasonal(TrendQuery query, PageRequest page) {
        Slice<String> markets = markets("travel.seasonal_levels", query, page);
        if (markets.rows().isEmpty()) {
            return new Slice<>(List.of(), markets.next());
        }
        Map<String, Evidence> evidence = evidence(markets.rows());
        Map<String, List<Of<MonthLevel>>> months = months(markets.rows());
        Map<String, List<Of<CalendarMonth>>> calendars = calendars(markets.rows());
        Map<String, Standing> standings = standings(markets.rows());
        return markets.map(market -> {
            Evidence rests = evidence.getOrDefault(market, Evidence.NONE);
            Standing standing = standings.getOrDefault(market, Standing.NONE);
            return new SeasonalTrend(
                    market,
                    standing.status(),
                    standing.coverage(),
                    standing.cycles(),
                    rests.observations(),
                    rests.first(),
                    rests.last(),
                    values(months, market),
                    values(calendars, market));
        });
    }

    @Override
    public Slice<BookingCurve> bookingCurves(TrendQuery query, PageRequest page) {
        Slice<String> markets = markets("travel.booking_curve", query, page);
        if (markets.rows().isEmpty()) {
            return new Slice<>(List.of(), markets.next());
        }
        String sql = """
                SELECT market, lead_bucket, offers, idx, status, observations
                FROM travel.booking_curve
                WHERE market IN (%s)
                ORDER BY market, lead_bucket""".formatted(marks(markets.rows()));
        Map<String, List<Of<CurveRow>>> rows =
                byMarket(sql, markets.rows(), row -> new CurveRow(bucket(row), row.whole("observations")));
        return markets.map(market -> {
            List<CurveRow> curve = values(rows, market);
            long observations =
                    curve.stream().mapToLong(CurveRow::observations).max().orElse(0);
            return new BookingCurve(
                    market, observations, curve.stream().map(CurveRow::bucket).toList());
        });
    }

    private Slice<String> markets(String table, TrendQuery query, PageRequest page) {
        Conditions conditions = new Conditions()
                .andIf(query.market(), "market = ?")
                .andIf(query.selection().kind(), "splitByChar('/', toString(market))[1] = ?")
                .andIf(query.selection().origin(), "splitByChar('/', toString(market))[2] = ?")
                .andIf(query.selection().destination(), "splitByChar('/', toString(market))[3] = ?");
        page.after().ifPresent(last -> conditions.and("market > ?", last.value(0)));
        String sql = """
                SELECT DISTINCT market
                FROM %s
                WHERE %s
                ORDER BY market
                LIMIT %d""".formatted(table, conditions.sql(), page.rowsToRead());
        return Slice.cut(queries.list(sql, conditions.arguments(), row -> row.text("market")), page, Position::of);
    }

    private Map<String, List<Of<MonthLevel>>> months(List<String> markets) {
        String sql = """
                SELECT market, toString(departure_month) AS month_start, offers, level, idx, status
                FROM travel.seasonal_levels
                WHERE market IN (%s)
                ORDER BY market, departure_month""".formatted(marks(markets));
        return byMarket(
                sql,
                markets,
                row -> new MonthLevel(
                        YearMonth.from(row.date("month_start")),
                        row.whole("offers"),
                        row.numberOrAbsent("level"),
                        row.numberOrAbsent("idx"),
                        row.text("status"),
                        List.of()));
    }

    private Map<String, List<Of<CalendarMonth>>> calendars(List<String> markets) {
        String sql = """
                SELECT market, calendar_month, idx, years, status
                FROM travel.seasonal_index
                WHERE market IN (%s)
                ORDER BY market, calendar_month""".formatted(marks(markets));
        return byMarket(
                sql,
                markets,
                row -> new CalendarMonth(
                        row.small("calendar_month"),
                        row.numberOrAbsent("idx"),
                        row.small("years"),
                        row.text("status")));
    }

    /** The row that rests on most observations knows the market's standing best. */
    private Map<String, Standing> standings(List<String> markets) {
        String sql = """
                SELECT market, coverage, cycles, status
                FROM travel.seasonal_index
                WHERE market IN (%s)
                ORDER BY market, observations DESC, calendar_month
                LIMIT 1 BY market""".formatted(marks(markets));
        return single(byMarket(
                sql, markets, row -> new Standing(row.text("status"), row.small("coverage"), row.small("cycles"))));
    }

    private Map<String, Evidence> evidence(List<String> markets) {
        String sql = """
                SELECT market, max(observations) AS most_observations,
                    toUnixTimestamp64Milli(min(first_observed_at)) AS first_ms,
                    toUnixTimestamp64Milli(max(last_observed_at)) AS last_ms
                FROM travel.seasonal_levels
                WHERE market IN (%s)
                GROUP BY market""".formatted(marks(markets));
        return single(byMarket(
                sql,
                markets,
                row -> new Evidence(row.whole("most_observations"), row.instant("first_ms"), row.instant("last_ms"))));
    }

    private static LeadBucket bucket(Row row) throws SQLException {
        return LeadBucket.startingAt(
                row.small("lead_bucket"), row.whole("offers"), row.numberOrAbsent("idx"), row.text("status"));
    }

    private <T> Map<String, List<Of<T>>> byMarket(
            String sql, List<String> markets, ClickHouseQueries.RowReader<T> reader) {
        return queries.list(sql, markets, row -> new Of<>(row.text("market"), reader.read(row))).stream()
                .collect(groupingBy(Of::market));
    }

    private static <T> Map<String, T> single(Map<String, List<Of<T>>> byMarket) {
        return byMarket.values().stream().map(rows -> rows.get(0)).collect(toMap(Of::market, Of::value));
    }

    private static <T> List<T> values(Map<String, List<Of<T>>> byMarket, String market) {
        return byMarket.getOrDefault(market, List.of()).stream().map(Of::value).toList();
    }

    private static String marks(List<String> values) {
        return String.join(", ", Collections.nCopies(values.size(), "?"));
    }

    private record Of<T>(String market, T value) {}

    private record CurveRow(LeadBucket bucket, long observations) {}

    private record Standing(String status, int coverage, int cycles) {
        static final Standing NONE = new Standing("insufficient", 0, 0);
    }

    private record Evidence(
            long observations,
            @Nullable Instant first,
            @Nullable Instant last) {
        static final Evidence NONE = new Evidence(0, null, null);
    }
}
