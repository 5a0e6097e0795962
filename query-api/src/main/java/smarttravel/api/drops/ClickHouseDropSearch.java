package smarttravel.api.drops;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import smarttravel.api.database.ClickHouseQueries;
import smarttravel.api.database.Conditions;
import smarttravel.api.database.Row;
import smarttravel.api.offers.Money;
import smarttravel.api.paging.PageRequest;
import smarttravel.api.paging.Position;
import smarttravel.api.paging.Slice;
import smarttravel.events.FxShare;
import smarttravel.events.FxSplit;
import smarttravel.events.Kind;

/** Drops in {@code travel.price_drops}, which is sorted by destination and time. */
public final class ClickHouseDropSearch implements DropSearch {
    private static final String NEWEST_FIRST = "-toUnixTimestamp64Milli(observed_at)";

    private final ClickHouseQueries queries;

    public ClickHouseDropSearch(ClickHouseQueries queries) {
        this.queries = queries;
    }

    @Override
    public Slice<Drop> search(DropQuery query, PageRequest page) {
        Conditions conditions = new Conditions()
                .andIf(query.destination(), "destination = ?")
                .andIf(
                        query.since().map(since -> Long.toString(since.toEpochMilli())),
                        "observed_at >= fromUnixTimestamp64Milli(toInt64(?), 'UTC')")
                .andIf(query.market(), "market = ?")
                .andIf(query.provider(), "provider = ?")
                .andIf(query.minPercent(), "`percent` >= toDecimal64(?, 4)")
                .andIf(query.newLow().map(only -> only ? "1" : "0"), "toUInt8(new_low) = toUInt8(?)")
                .andIf(query.flapping().map(only -> only ? "1" : "0"), "toUInt8(flapping) = toUInt8(?)");
        page.after()
                .ifPresent(last -> conditions.and(
                        "(" + NEWEST_FIRST + ", provider, offer_id) > (toInt64(?), ?, ?)",
                        last.value(0),
                        last.value(1),
                        last.value(2)));
        String sql = """
                SELECT drop_id, provider, offer_id, kind, market, name, origin, destination,
                    toString(departure) AS departure_day,
                    toUnixTimestamp64Milli(observed_at) AS observed_ms,
                    amount, currency, baseline, `percent`, previous_amount, new_low, flapping,
                    tracked_observations, tracked_days, lead_days, `url`,
                    ifNull(fx_kind, 'official') AS kind_of_rate,
                    toUnixTimestamp64Milli(baseline_at) AS baseline_ms,
                    rate, baseline_rate, fx_stale
                FROM travel.price_drops
                WHERE %s
                ORDER BY %s, provider, offer_id
                LIMIT %d""".formatted(conditions.sql(), NEWEST_FIRST, page.rowsToRead());
        List<Drop> read = queries.list(sql, conditions.arguments(), ClickHouseDropSearch::drop);
        return Slice.cut(read, page, ClickHouseDropSearch::position);
    }

    private static Position position(Drop drop) {
        return Position.of(Long.toString(-drop.observedAt().toEpochMilli()), drop.provider(), drop.offerId());
    }

    private static Drop drop(Row row) throws SQLException {
        String currency = row.text("currency");
        return new Drop(
                row.text("drop_id"),
                row.text("provider"),
                row.text("offer_id"),
                Kind.valueOf(row.text("kind")),
                row.text("market"),
                row.findText("name").orElse(null),
                row.findText("origin").orElse(null),
                row.text("destination"),
                row.date("departure_day"),
                row.instant("observed_ms"),
                Money.of(row.decimal("amount"), currency),
                Money.of(row.decimal("baseline"), currency),
                row.decimal("percent"),
                Money.of(row.decimal("previous_amount"), currency),
                row.flag("new_low"),
                row.flag("flapping"),
                row.whole("tracked_observations"),
                row.whole("tracked_days"),
                row.small("lead_days"),
                row.findText("url").orElse(null),
                currency.equals("USD") ? null : fx(row));
    }

    private static DropFx fx(Row row) throws SQLException {
        String kind = row.text("kind_of_rate");
        Instant since = row.findInstant("baseline_ms").orElse(null);
        Double before = row.numberOrAbsent("baseline_rate");
        Double after = row.numberOrAbsent("rate");
        if (before == null || after == null) {
            return new DropFx(kind, since, null, null, FxShare.NO_RATE);
        }
        FxSplit split = FxSplit.of(
                row.decimal("baseline").doubleValue(), row.decimal("amount").doubleValue(), before, after);
        return new DropFx(kind, since, split, row.flagOrAbsent("fx_stale"), null);
    }
}
