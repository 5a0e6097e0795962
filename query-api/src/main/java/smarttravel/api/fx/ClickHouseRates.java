package smarttravel.api.fx;

import java.util.List;
import java.util.Optional;
import smarttravel.api.database.ClickHouseQueries;
import smarttravel.api.database.Conditions;
import smarttravel.api.paging.PageRequest;
import smarttravel.api.paging.Position;
import smarttravel.api.paging.Slice;

/** Rates in {@code travel.fx_rates}. */
public final class ClickHouseRates implements Rates {
    private final ClickHouseQueries queries;

    public ClickHouseRates(ClickHouseQueries queries) {
        this.queries = queries;
    }

    @Override
    public Slice<Rate> of(String currency, Optional<String> kind, PageRequest page) {
        Conditions conditions = new Conditions().and("currency = ?", currency).andIf(kind, "kind = ?");
        page.after().ifPresent(last -> conditions.and("(date, kind) < (toDate(?), ?)", last.value(0), last.value(1)));
        String sql = """
                SELECT currency, kind, toString(date) AS day, usd FROM travel.fx_rates
                WHERE %s
                ORDER BY date DESC, kind DESC
                LIMIT %d""".formatted(conditions.sql(), page.rowsToRead());
        List<Rate> read = queries.list(
                sql,
                conditions.arguments(),
                row -> new Rate(row.text("currency"), row.text("kind"), row.date("day"), row.number("usd")));
        return Slice.cut(read, page, rate -> Position.of(rate.date().toString(), rate.kind()));
    }
}
