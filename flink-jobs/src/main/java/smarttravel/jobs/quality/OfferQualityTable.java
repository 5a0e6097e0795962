package smarttravel.jobs.quality;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import smarttravel.jobs.clickhouse.RowBinder;

/** The rows of {@code travel.offer_quality}: every column, in the table's order. */
public final class OfferQualityTable {
    /** One row. */
    public static final String INSERT = """
            INSERT INTO travel.offer_quality
            (kind, destination, departure, provider, offer_id, market, stars, rating, reviews, price_risk, prices, observed_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private OfferQualityTable() {}

    /** Binds an offer's own parts to {@link #INSERT}. */
    public static void bind(PreparedStatement insert, OfferParts offer) throws SQLException {
        OfferSighting seen = offer.seen();
        new RowBinder(insert)
                .text(seen.kind())
                .text(seen.destination())
                .date(LocalDate.ofEpochDay(seen.departureDay()))
                .text(offer.provider())
                .text(offer.offerId())
                .text(seen.market())
                .number(seen.stars())
                .number(seen.rating())
                .whole(seen.reviews())
                .number(offer.priceRisk().score())
                .whole(offer.priceRisk().prices())
                .instant(Instant.ofEpochMilli(seen.observedAt()));
    }
}
