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
import smarttravel.events.Basis;
import smarttravel.events.Board;
import smarttravel.events.Kind;

/** Offers in {@code travel.offers}, which is sorted by kind, destination, departure, provider, offer. */
public final class ClickHouseOfferSearch implements OfferSearch {
    private static final String COLUMNS = """
            provider, offer_id, kind, market, name, origin, destination, country, hotel, stars, board, board_text,
            nights, toString(departure) AS departure_day, occupancy, basis, amount, currency, list_amount, usd, fx_stale,
            taxes_included, availability, seats_left, rating, reviews, `url`, observations,
            toUnixTimestamp64Milli(first_observed_at) AS first_observed_ms,
            toUnixTimestamp64Milli(observed_at) AS observed_ms,
            toUnixTimestamp64Milli(price_observed_at) AS price_observed_ms""";

    private final ClickHouseQueries queries;

    public ClickHouseOfferSearch(ClickHouseQueries queries) {
        this.queries = queries;
    }

    @Override
    public Slice<Offer> search(OfferQuery query, PageRequest page) {
        OfferOrder order = OfferOrder.of(query);
        Conditions conditions = conditions(query);
        page.after()
                .ifPresent(last -> conditions.and(
                        "(%s, provider, offer_id) > (%s, ?, ?)".formatted(order.key(), order.bound()),
                        last.value(0),
                        last.value(1),
                        last.value(2)));
        String sql = """
                SELECT %s,
                    toString(%s) AS sort_key
                FROM travel.offers
                WHERE %s
                ORDER BY %s, provider, offer_id
                LIMIT %d""".formatted(COLUMNS, order.key(), conditions.sql(), order.key(), page.rowsToRead());
        List<Found> found =
                queries.list(sql, conditions.arguments(), row -> new Found(offer(row), row.text("sort_key")));
        return Slice.cut(found, page, Found::position).map(Found::offer);
    }

    @Override
    public Optional<Offer> find(OfferKey key) {
        String sql = """
                SELECT %s
                FROM travel.offers
                WHERE (kind, destination, departure) IN (
                        SELECT DISTINCT kind, destination, departure
                        FROM travel.price_observations
                        WHERE provider = ? AND offer_id = ?)
                  AND provider = ? AND offer_id = ?
                ORDER BY observed_at DESC
                LIMIT 1""".formatted(COLUMNS);
        List<String> arguments = List.of(key.provider(), key.offerId(), key.provider(), key.offerId());
        return queries.list(sql, arguments, ClickHouseOfferSearch::offer).stream()
                .findFirst();
    }

    @Override
    public List<Offer> near(Offer offer, Collection<OfferKey> named) {
        String sql = """
                SELECT %s
                FROM travel.offers
                WHERE kind = ? AND destination = ? AND departure >= toDate(?) - 1 AND departure <= toDate(?) + 1
                  AND (provider, offer_id) IN (%s)""".formatted(COLUMNS, String.join(", ", Collections.nCopies(named.size(), "(?, ?)")));
        String day = offer.departure().toString();
        List<String> arguments = new ArrayList<>(List.of(offer.kind().name(), offer.destination(), day, day));
        named.forEach(key -> Collections.addAll(arguments, key.provider(), key.offerId()));
        return queries.list(sql, arguments, ClickHouseOfferSearch::offer);
    }

    private static Conditions conditions(OfferQuery query) {
        return new Conditions()
                .andIf(query.kind(), "kind = ?")
                .andIf(query.destination(), "destination = ?")
                .andIf(query.departureFrom(), "departure >= toDate(?)")
                .andIf(query.departureTo(), "departure <= toDate(?)")
                .andIf(query.provider(), "provider = ?")
                .andIf(query.origin(), "origin = ?")
                .andIf(query.nightsMin(), "nights >= toInt16(?)")
                .andIf(query.nightsMax(), "nights <= toInt16(?)")
                .andIf(query.board(), "board = ?")
                .andIf(query.currency(), "currency = ?")
                .andIf(query.occupancy(), "occupancy = toInt16(?)")
                .andIf(query.observedSince(), "observed_at >= parseDateTime64BestEffort(?, 3, 'UTC')")
                .andIf(query.maxPrice(), "amount <= toDecimal64(?, 4)");
    }

    private static Offer offer(Row row) throws SQLException {
        Optional<String> currency = row.findText("currency");
        return new Offer(
                row.text("provider"),
                row.text("offer_id"),
                Kind.valueOf(row.text("kind")),
                row.text("market"),
                row.findText("name").orElse(null),
                row.findText("origin").orElse(null),
                row.text("destination"),
                row.findText("country").orElse(null),
                row.findText("hotel").orElse(null),
                row.numberOrAbsent("stars"),
                row.readOrAbsent("board", Board::valueOf),
                row.findText("board_text").orElse(null),
                row.smallOrAbsent("nights"),
                row.date("departure_day"),
                row.smallOrAbsent("occupancy"),
                row.readOrAbsent("basis", Basis::valueOf),
                Money.of(row.findDecimal("amount"), currency).orElse(null),
                Money.of(row.findDecimal("list_amount"), currency).orElse(null),
                row.numberOrAbsent("usd"),
                row.flagOrAbsent("fx_stale"),
                row.flagOrAbsent("taxes_included"),
                Availability.valueOf(row.text("availability")),
                row.smallOrAbsent("seats_left"),
                row.numberOrAbsent("rating"),
                row.smallOrAbsent("reviews"),
                row.findText("url").orElse(null),
                row.whole("observations"),
                row.instant("first_observed_ms"),
                row.instant("observed_ms"),
                row.findInstant("price_observed_ms").orElse(null),
                null,
                null);
    }

    private record Found(Offer offer, String sortKey) {
        Position position() {
            return Position.of(sortKey, offer.provider(), offer.offerId());
        }
    }
}
