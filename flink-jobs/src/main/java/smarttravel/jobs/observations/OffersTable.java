package smarttravel.jobs.observations;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import smarttravel.events.PriceObservation;
import smarttravel.jobs.clickhouse.RowBinder;
import smarttravel.jobs.order.OfferLife;

/** The rows of {@code travel.offers}: every column, in the table's order. */
public final class OffersTable {
    /** One row. */
    public static final String INSERT = """
            INSERT INTO travel.offers
            (kind, destination, departure, provider, offer_id, market, name, origin, country, hotel, stars, board, board_text,
             nights, occupancy, basis, amount, currency, fx_kind, list_amount, unit, taxes_included, availability, seats_left,
             rating, reviews, url, observed_at, price_observed_at, first_observed_at, observations)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private OffersTable() {}

    /** Binds an offer's latest state to {@link #INSERT}. */
    public static void bind(PreparedStatement insert, LatestOffer offer) throws SQLException {
        PriceObservation seen = offer.seen();
        OfferLife life = offer.life();
        new RowBinder(insert)
                .text(seen.kind())
                .text(seen.destination())
                .date(seen.departure())
                .text(seen.provider())
                .text(seen.offerId())
                .text(life.market())
                .text(seen.name())
                .text(seen.origin())
                .text(seen.country())
                .text(seen.hotel())
                .number(seen.stars())
                .text(seen.board())
                .text(seen.boardText())
                .whole(seen.nights())
                .whole(seen.occupancy())
                .text(seen.basis())
                .decimal(life.amount())
                .text(life.currency())
                .text(life.fxKind())
                .decimal(seen.listAmount())
                .number(life.unit())
                .truth(seen.taxesIncluded())
                .text(seen.availability())
                .whole(seen.seatsLeft())
                .number(seen.rating())
                .whole(seen.reviews())
                .text(seen.url())
                .instant(seen.observedAt())
                .instant(life.priceObservedAt())
                .instant(life.firstObservedAt())
                .whole(life.observations());
    }
}
