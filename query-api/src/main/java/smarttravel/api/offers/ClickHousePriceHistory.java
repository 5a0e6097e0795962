package smarttravel.api.offers;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import smarttravel.api.database.ClickHouseQueries;
import smarttravel.api.database.Conditions;
import smarttravel.api.database.Row;
import smarttravel.api.markets.LeadDays;
import smarttravel.api.paging.PageRequest;
import smarttravel.api.paging.Position;
import smarttravel.api.paging.Slice;
import smarttravel.events.Availability;

/** History in {@code travel.price_observations}, which is sorted by provider, offer, time. */
public final class ClickHousePriceHistory implements PriceHistory {
    private static final String COLUMNS = """
            toUnixTimestamp64Milli(observed_at) AS observed_ms, amount, currency, list_amount, usd, availability,
            seats_left, lead_days, late, quarantined, fetch_id""";

    private final ClickHouseQueries queries;

    public ClickHousePriceHistory(ClickHouseQueries queries) {
        this.queries = queries;
    }

    @Override
    public Slice<PricePoint> prices(OfferKey offer, PageRequest page) {
        Conditions conditions =
                new Conditions().and("provider = ?", offer.provider()).and("offer_id = ?", offer.offerId());
        page.after()
                .ifPresent(last ->
                        conditions.and("observed_at > fromUnixTimestamp64Milli(toInt64(?), 'UTC')", last.value(0)));
        String sql = """
                SELECT %s
                FROM travel.price_observations
                WHERE %s
                ORDER BY observed_at
                LIMIT %d""".formatted(COLUMNS, conditions.sql(), page.rowsToRead());
        List<PricePoint> read = queries.list(sql, conditions.arguments(), ClickHousePriceHistory::point);
        return Slice.cut(
                read,
                page,
                point -> Position.of(Long.toString(point.observedAt().toEpochMilli())));
    }

    @Override
    public List<PricePoint> latest(OfferKey offer, int count) {
        String sql = """
                SELECT %s
                FROM travel.price_observations
                WHERE provider = ? AND offer_id = ?
                  AND amount IS NOT NULL AND currency IS NOT NULL AND NOT late
                ORDER BY observed_at DESC
                LIMIT %d""".formatted(COLUMNS, count);
        return queries.list(sql, List.of(offer.provider(), offer.offerId()), ClickHousePriceHistory::point);
    }

    @Override
    public List<PriceSummary> summaries(Collection<OfferKey> offers) {
        String keys = String.join(", ", Collections.nCopies(offers.size(), "(?, ?)"));
        String sql = """
                SELECT provider, offer_id, currency, observations, minimum, q1, median, q3, maximum,
                    toUnixTimestamp64Milli(first_observed_at) AS first_ms,
                    toUnixTimestamp64Milli(last_observed_at) AS last_ms,
                    late_prices, quarantined_prices
                FROM (SELECT * FROM travel.offer_price_metrics WHERE (provider, offer_id) IN (%s)) AS metrics
                INNER JOIN (
                    SELECT provider, offer_id, countIf(late) AS late_prices,
                        countIf(quarantined AND NOT late) AS quarantined_prices
                    FROM travel.price_observations
                    WHERE (provider, offer_id) IN (%s) AND amount IS NOT NULL
                    GROUP BY provider, offer_id) AS left_out USING (provider, offer_id)""".formatted(keys, keys);
        List<String> arguments = new ArrayList<>();
        offers.forEach(offer -> Collections.addAll(arguments, offer.provider(), offer.offerId()));
        arguments.addAll(List.copyOf(arguments));
        return queries.list(sql, arguments, ClickHousePriceHistory::summary);
    }

    @Override
    public Optional<MarketStanding> standing(OfferKey offer, String market) {
        String sql = """
                SELECT stands, lead_bucket, observations, offers, unit_usd, q1, median, q3
                FROM travel.offer_market_standing
                WHERE market = ? AND provider = ? AND offer_id = ?""";
        List<String> arguments = List.of(market, offer.provider(), offer.offerId());
        return queries
                .list(
                        sql,
                        arguments,
                        row -> new MarketStanding(
                                Verdict.Status.valueOf(row.text("stands").toUpperCase(Locale.ROOT)),
                                LeadDays.startingAt(row.small("lead_bucket")),
                                row.whole("observations"),
                                row.whole("offers"),
                                row.number("unit_usd"),
                                row.number("q1"),
                                row.number("median"),
                                row.number("q3")))
                .stream()
                .findFirst();
    }

    private static PricePoint point(Row row) throws SQLException {
        Optional<String> currency = row.findText("currency");
        return new PricePoint(
                row.instant("observed_ms"),
                Money.of(row.findDecimal("amount"), currency).orElse(null),
                Money.of(row.findDecimal("list_amount"), currency).orElse(null),
                row.numberOrAbsent("usd"),
                Availability.valueOf(row.text("availability")),
                row.smallOrAbsent("seats_left"),
                row.small("lead_days"),
                row.flag("late"),
                row.flag("quarantined"),
                row.findText("fetch_id").orElse(null));
    }

    private static PriceSummary summary(Row row) throws SQLException {
        return new PriceSummary(
                new OfferKey(row.text("provider"), row.text("offer_id")),
                row.text("currency"),
                row.whole("observations"),
                row.instant("first_ms"),
                row.instant("last_ms"),
                row.decimal("minimum"),
                row.decimal("q1"),
                row.decimal("median"),
                row.decimal("q3"),
                row.decimal("maximum"),
                row.whole("late_prices"),
                row.whole("quarantined_prices"));
    }
}
