package smarttravel.jobs.comparables;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import smarttravel.jobs.clickhouse.RowBinder;

/** The rows of {@code travel.comparable_offers}: every column, in the table's order. */
public final class ComparableOffersTable {
    /** One row. */
    public static final String INSERT = """
            INSERT INTO travel.comparable_offers
            (holiday, departure, provider, offer_id, hotel, match_confidence, available, unit_usd, offers, providers,
             provider_rank, cheaper, same_price, cheapest_usd, cheapest_provider, median_usd, observations, observed_at,
             comparables, listed_as)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private ComparableOffersTable() {}

    /** Binds an offer's standing to {@link #INSERT}. */
    public static void bind(PreparedStatement insert, Standing standing) throws SQLException {
        ComparableOffer offer = standing.offer();
        new RowBinder(insert)
                .text(standing.holiday())
                .date(LocalDate.ofEpochDay(offer.departureDay()))
                .text(offer.provider())
                .text(offer.offerId())
                .text(standing.hotel())
                .number(standing.matchConfidence())
                .truth(offer.available())
                .number(offer.unitUsd())
                .whole(standing.offers())
                .whole(standing.providers())
                .whole(whenRanked(standing, standing.providerRank()))
                .whole(whenRanked(standing, standing.cheaper()))
                .whole(whenRanked(standing, standing.samePrice()))
                .number(standing.cheapestUsd())
                .text(standing.cheapestProvider())
                .number(standing.medianUsd())
                .whole(standing.version())
                .instant(Instant.ofEpochMilli(offer.observedAt()))
                .text(standing.comparables())
                .text(offer.hotel());
    }

    private static @Nullable Integer whenRanked(Standing standing, int value) {
        return standing.providerRank() == 0 ? null : (Integer) value;
    }
}
