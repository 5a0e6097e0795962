package smarttravel.api.quality;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import smarttravel.api.database.ClickHouseQueries;
import smarttravel.api.database.Conditions;
import smarttravel.api.database.Row;
import smarttravel.api.paging.PageRequest;
import smarttravel.api.paging.Position;
import smarttravel.api.paging.Slice;

/**
 * Scores, formed when they are asked for from the counts that are stored: a provider's new day, a market's new rating or other
 * weights then hold for every offer at once.
 */
public final class ClickHouseQualities implements Qualities {
    private static final String WORST_LAST = "ifNull(-score, 1)";
    private static final String COLUMNS = """
            provider, offer_id, market, destination, toString(departure) AS departure_day,
            toUnixTimestamp64Milli(observed_at) AS observed_ms, score, compared, value_score, rated, unrated, rating_score,
            stars_score, provider_score, prices, price_risk_score""";

    private final ClickHouseQueries queries;
    private final ClickHouseProviderScores providers;
    private final ClickHouseOfferScores offers;

    public ClickHouseQualities(ClickHouseQueries queries, QualitySettings settings) {
        this.queries = queries;
        providers = new ClickHouseProviderScores(settings.providers());
        offers = new ClickHouseOfferScores(settings);
    }

    @Override
    public List<ProviderQuality> providers(Optional<LocalDate> until) {
        Conditions days = ClickHouseProviderScores.until(until);
        String sql = """
                SELECT provider, toString(day) AS day_text, component, n, window_days,
                    if(n > 0, 100 * good / n, NULL) AS part, provider_score
                FROM (SELECT * FROM travel.provider_quality WHERE %s) AS days
                LEFT JOIN (%s) AS scores USING (provider)
                ORDER BY provider, component""".formatted(ClickHouseProviderScores.newest(days), providers.sql(days));
        List<String> arguments = new ArrayList<>(days.arguments());
        arguments.addAll(days.arguments());
        return ClickHouseProviderScores.together(queries.list(sql, arguments, ClickHouseProviderScores.Counted::of));
    }

    @Override
    public Slice<RatedOffer> offers(QualityQuery query, PageRequest page) {
        Conditions scope = scope(query);
        Conditions which = new Conditions().andIf(query.minScore(), "score >= toFloat64(?)");
        page.after()
                .ifPresent(last -> which.and(
                        "(" + WORST_LAST + ", provider, offer_id) > (toFloat64(?), ?, ?)",
                        last.value(0),
                        last.value(1),
                        last.value(2)));
        String sql = """
                SELECT %s, toString(%s) AS sort_key
                FROM (%s)
                WHERE %s
                ORDER BY %s, provider, offer_id
                LIMIT %d""".formatted(COLUMNS, WORST_LAST, offers.sql(scope), which.sql(), WORST_LAST, page.rowsToRead());
        List<String> arguments = ClickHouseOfferScores.arguments(scope);
        arguments.addAll(which.arguments());
        return Slice.cut(queries.list(sql, arguments, Found::of), page, Found::position)
                .map(Found::offer);
    }

    @Override
    public Map<String, OfferQuality> of(List<OfferPlace> places) {
        if (places.isEmpty()) {
            return Map.of();
        }
        Conditions scope = scope(places);
        String sql = "SELECT %s FROM (%s)".formatted(COLUMNS, offers.sql(scope));
        return queries.list(sql, ClickHouseOfferScores.arguments(scope), ClickHouseOfferScores::read).stream()
                .collect(Collectors.toMap(RatedOffer::key, RatedOffer::quality, (one, other) -> one));
    }

    static Conditions scope(List<OfferPlace> places) {
        String tuples = String.join(", ", Collections.nCopies(places.size(), "(?, ?, ?, ?)"));
        return new Conditions()
                .and(
                        "(kind, destination, provider, offer_id) IN (" + tuples + ")",
                        places.stream()
                                .flatMap(place ->
                                        List.of(place.kind(), place.destination(), place.provider(), place.offerId())
                                                .stream())
                                .toArray(String[]::new));
    }

    private static Conditions scope(QualityQuery query) {
        Conditions scope = new Conditions();
        query.market().ifPresent(market -> {
            String[] parts = market.split("/", -1);
            if (parts.length > 2) {
                scope.and("kind = ?", parts[0]).and("destination = ?", parts[2]);
            }
            scope.and("market = ?", market);
        });
        return scope.andIf(query.destination(), "destination = ?")
                .andIf(query.provider(), "provider = ?")
                .andIf(query.departureFrom(), "departure >= toDate(?)")
                .andIf(query.departureTo(), "departure <= toDate(?)");
    }

    private record Found(RatedOffer offer, String sortKey) {
        static Found of(Row row) throws SQLException {
            return new Found(ClickHouseOfferScores.read(row), row.text("sort_key"));
        }

        Position position() {
            return Position.of(sortKey, offer.provider(), offer.offerId());
        }
    }
}
