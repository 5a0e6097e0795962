package smarttravel.api.offers;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import smarttravel.api.database.ClickHouseQueries;
import smarttravel.api.database.Conditions;
import smarttravel.api.database.Row;
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
        String sql = """
                SELECT provider, offer_id, priced_in, length(prices) AS n, late_prices, quarantined_prices,
                    toUnixTimestamp64Milli(first_at) AS first_ms,
                    toUnixTimestamp64Milli(last_at) AS last_ms,
                    prices[1] AS minimum,
                    prices[intDiv(length(prices) + 3, 4)] AS lower_quartile,
                    prices[intDiv(length(prices) + 1, 2)] AS middle,
                    prices[intDiv(3 * length(prices) + 3, 4)] AS upper_quartile,
                    prices[length(prices)] AS maximum
                FROM (
                    SELECT provider, offer_id, assumeNotNull(currency) AS priced_in,
                        arraySort(groupArrayIf(assumeNotNull(amount), NOT late AND NOT quarantined)) AS prices,
                        minIf(observed_at, NOT late AND NOT quarantined) AS first_at,
                        maxIf(observed_at, NOT late AND NOT quarantined) AS last_at,
                        countIf(late) AS late_prices,
                        countIf(quarantined AND NOT late) AS quarantined_prices
                    FROM travel.price_observations
                    WHERE (provider, offer_id) IN (%s) AND amount IS NOT NULL AND currency IS NOT NULL
                    GROUP BY provider, offer_id, priced_in)
                WHERE n > 0""".formatted(String.join(", ", Collections.nCopies(offers.size(), "(?, ?)")));
        List<String> arguments = new ArrayList<>();
        offers.forEach(offer -> Collections.addAll(arguments, offer.provider(), offer.offerId()));
        return queries.list(sql, arguments, ClickHousePriceHistory::summary);
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
                row.text("priced_in"),
                row.whole("n"),
                row.instant("first_ms"),
                row.instant("last_ms"),
                row.decimal("minimum"),
                row.decimal("lower_quartile"),
                row.decimal("middle"),
                row.decimal("upper_quartile"),
                row.decimal("maximum"),
                row.whole("late_prices"),
                row.whole("quarantined_prices"));
    }
}
